import type { Story } from '../story.ts';
import { businessStories } from './business.ts';
import { familyStories } from './family.ts';
import { hallStories } from './hall.ts';
import { onlineStories } from './online.ts';
import { policePropertyStories } from './police-property.ts';
import { socialStories } from './social.ts';

/** Every written problem. */
export const stories: readonly Story[] = [
  ...socialStories,
  ...policePropertyStories,
  ...businessStories,
  ...familyStories,
  ...onlineStories,
  ...hallStories,
];
