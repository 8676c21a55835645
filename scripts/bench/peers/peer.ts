/** What a page of a finding says, in one language. */
export interface FindingPage {
  readonly id: string;
  readonly language: 'zh' | 'en';
  readonly title: string;
  readonly description: string;
  /** What is known of it, by its name. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Its life, step by step. */
  readonly events: readonly { readonly on: string; readonly event: string; readonly note: string }[];
}

/** Another generator of static sites: how it makes a page of each finding. */
export interface Peer {
  readonly name: string;
  /** Its package and exact version; nothing of it is a dependency of ours. */
  readonly packages: Readonly<Record<string, string>>;
  /** The files of a project that renders these pages, by their paths. */
  readonly files: (pages: readonly FindingPage[]) => Iterable<readonly [path: string, text: string]>;
  /** The program that builds it, inside `node_modules`, and what it is given. */
  readonly program: string;
  readonly parameters: readonly string[];
}
