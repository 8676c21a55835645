import type { Words } from '../model/words.ts';
import type { Desk } from './desk.ts';
import type { Received } from './receive-files.ts';
import type { Said, Tell } from './work.ts';

/** What a form has sent. */
export interface Sent {
  readonly fields: () => Promise<URLSearchParams>;
  readonly files: () => Promise<readonly Received[]>;
}

/** Something that staff can have done on the desk. */
export interface Action {
  /** What is being done, while it is. */
  readonly name: Words;
  /** The page to which it leads. */
  readonly page: string;
  /** Reads the form and gives the work itself, which goes on after the page has been shown. */
  readonly take: (desk: Desk, sent: Sent) => Promise<(tell: Tell) => Promise<Said>>;
}
