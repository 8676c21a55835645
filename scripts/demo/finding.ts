import type { Words } from '../../src/model/words.ts';
import type { Filling } from './fill.ts';
import type { Hall } from './halls.ts';
import type { Plan } from './plan.ts';
import type { Service } from './services.ts';
import type { Story } from './story.ts';

/** One event of a finding, in the words of `record.ts`. */
export interface Event {
  readonly event: string;
  readonly on: string;
  readonly by: 'officer' | 'office' | 'department';
  readonly note?: Words;
  readonly reason?: string;
  readonly remedy?: string;
  readonly other?: string;
}

/** One finding, ready to be written. */
export interface Finding {
  readonly id: string;
  readonly plan: Plan;
  readonly kind: 'problem' | 'commendation';
  readonly cohort: '2024' | '2025';
  readonly foundOn: string;
  readonly title: Words;
  readonly description: Words;
  readonly service: Service;
  readonly hall?: Hall;
  readonly category: string;
  readonly channel: string;
  readonly dueOn: string;
  readonly recurrenceOf: string;
  /** The story told, and what fills its places; a commendation has none. */
  readonly told?: { readonly story: Story; readonly filling: Filling };
  /** The finding that a duplicate repeats. */
  readonly same?: Finding;
}
