/** What is wrong with the data, for the open pages. */
export interface Trouble {
  /** In one line. */
  readonly title: string;
  /** What to do, in words of ours alone: the page takes them as markup. */
  readonly message: string;
  /** The whole report, as it stands on the terminal. */
  readonly report: string;
}

/** The connections of a development server to the pages that are open. */
interface OpenPages {
  send(message: object): void;
  on(event: 'connection', listener: () => void): void;
}

/** Shows trouble over every open page, and over those opened later, until there is none. */
export interface TroubleShown {
  /** A plug-in of Vite. */
  readonly plugin: {
    readonly name: string;
    configureServer(server: { readonly ws: OpenPages }): void;
  };
  readonly show: (trouble: Trouble | null) => void;
}

/** Makes a part of the development server that can show what is wrong with the data over the pages. */
export function showTrouble(): TroubleShown {
  let now: Trouble | null = null;
  let tell = (): void => {};
  return {
    show(trouble) {
      now = trouble;
      tell();
    },
    plugin: {
      name: 'show-trouble',
      configureServer({ ws }) {
        tell = () => {
          if (now === null) return;
          const { title, message, report } = now;
          // The report may hold anything: what stands under `stack` is shown as text.
          const error = { name: 'zhaocha', title, message, stack: report };
          ws.send({ type: 'error', err: error });
        };
        ws.on('connection', tell);
      },
    },
  };
}
