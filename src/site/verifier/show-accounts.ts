/** Where a number comes from, as the verifier tells it; see `account.ts` of verification. */
export interface Account {
  readonly title: string;
  readonly verdict: string;
  readonly said: string;
  readonly facts: readonly {
    readonly name: string;
    readonly text: string;
    readonly file?: string;
    readonly isCode?: true;
  }[];
  readonly differences: readonly string[];
}

const element = (name: string, text = '') =>
  Object.assign(document.createElement(name), { textContent: text });

function factRow({ name, text, file, isCode }: Account['facts'][number], root: string): HTMLElement[] {
  const told = element('dd', isCode ? '' : text);
  if (isCode) {
    const lines = element('pre', text);
    Object.assign(lines, { className: 'scroll', tabIndex: 0 });
    told.append(lines);
  }
  if (file !== undefined) {
    const link = Object.assign(document.createElement('a'), {
      href: new URL(file, root).href,
      textContent: file.split('/').at(-1) ?? file,
    });
    told.append(' ', link);
  }
  return [element('dt', name), told];
}

function factList({ facts, differences }: Account, root: string): HTMLElement[] {
  const list = element('dl');
  list.className = 'account';
  list.append(...facts.flatMap((fact) => factRow(fact, root)));
  const wrong = element('ul');
  wrong.className = 'prose';
  wrong.append(...differences.map((one) => element('li', one)));
  return [...(differences.length > 0 ? [wrong] : []), list];
}

/** Shows the accounts of some figures: of one all at once, of many one under the other, to be opened. */
export function showAccounts(place: HTMLElement, accounts: readonly Account[], root: string): void {
  const [only] = accounts;
  if (accounts.length === 1 && only !== undefined) {
    place.replaceChildren(element('h3', only.title), ...factList(only, root));
    return;
  }
  place.replaceChildren(
    ...accounts.map((account) => {
      const all = element('details');
      const summary = element('summary', account.title);
      summary.append(' ', element('span', account.said));
      (summary.lastElementChild as HTMLElement).className = account.verdict === 'differs' ? 'od' : 'sm';
      all.append(summary, ...factList(account, root));
      return all;
    }),
  );
}
