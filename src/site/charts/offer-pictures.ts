import type { Print } from './picture.ts';
import type { Form } from './surface.ts';

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function button(figure: HTMLElement, print: () => Print, form: Form): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = form.toUpperCase();
  element.addEventListener('click', async () => {
    try {
      const { pictureOf } = await import('./picture.ts');
      save(
        await pictureOf(figure, print(), form),
        `${figure.dataset.file ?? (figure.id || 'chart')}.${form}`,
      );
    } catch {
      element.textContent = figure.dataset.labelFailed ?? '✗';
    }
  });
  return element;
}

/** Adds the buttons that save a chart as a picture, after the link to its numbers. What draws pictures is loaded when one is asked for. */
export function offerPictures(figure: HTMLElement, print: () => Print): void {
  const forms: readonly Form[] = ['png', 'svg'];
  figure.querySelector('.acts > a')?.after(...forms.map((form) => button(figure, print, form)));
}
