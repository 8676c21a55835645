import { run, type RunOptions } from '../run.ts';

/* The program that `run-apart.ts` starts: it runs the recipe with the options it is sent, and sends back what comes of it. */

process.once('message', (options: Omit<RunOptions, 'tell'>) => {
  run({ ...options, tell: (step) => process.send?.({ step }) }).then(
    (outcome) => process.send?.({ outcome }, () => process.disconnect()),
    (error: NodeJS.ErrnoException) => {
      const { message, stack, code, path } = error;
      process.send?.({ error: { message, stack, code, path } }, () => process.disconnect());
    },
  );
});
