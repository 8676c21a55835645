import type { Print } from './picture.ts';
import type { Form } from './surface.ts';

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function take(button: HTMLButtonElement, figure: HTMLElement, print: () => Print): Promise<void> {
  const form = button.dataset.picture as Form;
  try {
    const { pictureOf } = await import('./picture.ts');
    save(await pictureOf(figure, print(), form), `${figure.dataset.file ?? (figure.id || 'chart')}.${form}`);
  } catch {
    button.textContent = figure.dataset.labelFailed ?? '✗';
  }
}

/**
 * Lets the buttons that save a chart as a picture be used: until then they only keep their place. What draws pictures is loaded when
 * one is asked for.
 */
export function offerPictures(figure: HTMLElement, print: () => Print): void {
  for (const button of figure.querySelectorAll<HTMLButtonElement>('button[data-picture]')) {
    button.disabled = false;
    button.addEventListener('click', () => void take(button, figure, print));
  }
}
