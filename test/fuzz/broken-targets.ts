import fc from 'fast-check';
import type { Target } from './target.ts';

/** Targets that break in each of the ways that a fault can show itself. */
export const targets: Readonly<Record<string, Target<{ readonly text: string }>>> = {
  wrong: {
    inputs: () => fc.string().map((text) => ({ text })),
    hold: ({ text }) =>
      text.length > 3 ? Promise.reject(new Error('more than three letters')) : Promise.resolve(),
  },
  endless: {
    inputs: () => fc.constant({ text: 'for ever' }),
    hold: () => {
      for (;;);
    },
  },
  fatal: {
    inputs: () => fc.constant({ text: 'the end' }),
    hold: () => process.exit(7),
  },
  sound: { inputs: () => fc.string().map((text) => ({ text })), hold: () => Promise.resolve() },
};
