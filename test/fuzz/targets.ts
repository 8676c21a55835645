import { anyBytes } from './any-bytes.ts';
import { anyDrops } from './any-drops.ts';
import { anyLayout } from './any-layout.ts';

/** Everything that must hold for any input, by the name of its folder in `corpus/`. */
export const targets = {
  bytes: anyBytes,
  layouts: anyLayout,
  drops: anyDrops,
};
