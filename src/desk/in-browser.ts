/* What a page of the desk does by itself: it shows how far the work is, and comes anew when it has ended. Without script the same is a link. */

const word = document.getElementById('word');
const waited = 'desk-waited';

if (word?.dataset['running'] !== undefined) {
  const step = document.getElementById('step');
  const source = new EventSource('/progress');
  source.addEventListener('message', ({ data }) => {
    if (step) step.textContent = String(data);
  });
  source.addEventListener('end', () => {
    source.close();
    sessionStorage.setItem(waited, '');
    location.reload();
  });
} else if (word && sessionStorage.getItem(waited) !== null) {
  // Whoever waited hears first what came of it.
  sessionStorage.removeItem(waited);
  word.tabIndex = -1;
  word.focus();
}

// What is done at once comes with the next page, and is heard first there, too.
document.addEventListener('submit', ({ target, submitter }) => {
  const isAsked = submitter instanceof HTMLButtonElement && submitter.formMethod === 'get';
  if (target instanceof HTMLFormElement && target.method === 'post' && !isAsked)
    sessionStorage.setItem(waited, '');
});

/** The most that is taken at once, as the page says. */
const mostBytes = 1_000_000_000;

for (const input of document.querySelectorAll<HTMLInputElement>('input[type=file]'))
  input.addEventListener('change', () => {
    const bytes = [...(input.files ?? [])].reduce((sum, file) => sum + file.size, 0);
    const isChinese = document.documentElement.lang.startsWith('zh');
    input.setCustomValidity(
      bytes <= mostBytes ? '' : isChinese ? '合计超过 1 GB，收不下。' : 'More than 1 GB in all: too large.',
    );
    input.reportValidity();
  });

/** Whoever chooses from a list, or writes, means the mark beside it. */
for (const field of document.querySelectorAll<HTMLElement>('.question select, .question textarea'))
  field.addEventListener('input', () => {
    const mark = field
      .closest('.question')
      ?.querySelector<HTMLInputElement>('input[value="other"], input[value="redacted"]');
    if (mark) mark.checked = true;
  });
