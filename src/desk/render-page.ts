import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { ComponentProps } from 'astro/types';
import Changes from './pages/Changes.astro';
import Files from './pages/Files.astro';
import Layout from './pages/Layout.astro';
import Page from './pages/Page.astro';
import Preview from './pages/Preview.astro';
import Problems from './pages/Problems.astro';
import Refused from './pages/Refused.astro';
import Release from './pages/Release.astro';

const pages = {
  changes: Changes,
  files: Files,
  layout: Layout,
  page: Page,
  preview: Preview,
  problems: Problems,
  refused: Refused,
  release: Release,
};

type Pages = typeof pages;

/** A page of the desk and what it shows. */
export type PageToRender = {
  [Name in keyof Pages]: { readonly page: Name; readonly props: ComponentProps<Pages[Name]> };
}[keyof Pages];

const container = AstroContainer.create();

/** The HTML of a page of the desk. */
export async function renderPage({ page, props }: PageToRender): Promise<string> {
  const html = await (await container).renderToString(pages[page], { props: { ...props }, partial: false });
  return html;
}
