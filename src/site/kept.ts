const markup = new Map<string, string>();

/** The markup kept under a name, rendered where there is none yet. While developing, it is rendered every time. */
export async function kept(name: string, render: () => Promise<string>): Promise<string> {
  const known = import.meta.env.PROD ? markup.get(name) : undefined;
  if (known !== undefined) return known;
  const rendered = await render();
  markup.set(name, rendered);
  return rendered;
}
