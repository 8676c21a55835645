import { claimedSides, type Side } from '../../../model/sides.ts';
import type { ExportQuestion } from '../export-questions.ts';
import { idsFor } from './answer-ids.ts';
import { named, writtenIn, type Choices, type Drafting } from './draft.ts';
import { fitChoices } from './fit-choices.ts';
import { knownScale } from './known-scales.ts';
import { formName, type FormQuestion, type XlsForm } from './xlsform.ts';

/** Types of an XLSForm whose answers lead to a person or a place. */
const personal =
  /^(geo\w+|image|audio|video|file|barcode|username|email|phonenumber|deviceid|simserial|subscriberid)$/;

/** Ids for the answers of a form: their codes, where they can be ids. */
function formIds(codes: readonly string[]): string[] {
  const canBe = (code: string) => /^(?!all$)[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(code);
  return codes.every(canBe) && new Set(codes).size === codes.length ? [...codes] : idsFor(codes, 'a');
}

/** A text of a form in the languages of the programme; its own language stands in for the main one where that is missing. */
function translated(
  labels: Readonly<Record<string, string>>,
  otherwise: string,
  languages: readonly string[],
) {
  const [main = 'zh'] = languages;
  const any = labels[main] ?? labels[''] ?? labels['en'] ?? Object.values(labels)[0] ?? otherwise;
  const there = languages.flatMap((language) =>
    labels[language] === undefined ? [] : [[language, labels[language]] as const],
  );
  return { [main]: any, ...Object.fromEntries(there) };
}

/** Listed answers as those of a scale, best first, each with its side; null where they are of none. */
function asScale(choices: Choices): Choices | null {
  const text = ({ name }: Choices[number]) => Object.values(name)[0] ?? '';
  const scale = knownScale(choices.map(text));
  if (scale?.kind !== 'scale') return null;
  const sided = choices
    .toSorted((one, other) => scale.ordered.indexOf(text(one)) - scale.ordered.indexOf(text(other)))
    .map((choice) => {
      const counts = scale.sideOf(text(choice));
      return counts === undefined ? choice : { ...choice, counts };
    });
  const { favourable, unfavourable } = claimedSides(sided as readonly { readonly counts?: Side }[]);
  return favourable > 0 && unfavourable > 0 ? sided : null;
}

/** Drafts a question that the form describes, with its labels and answers; false if the form says nothing of use. */
export function fromForm(
  asked: ExportQuestion,
  known: FormQuestion,
  form: XlsForm,
  drafting: Drafting,
): boolean {
  const { draft, label, seen, freeId } = drafting;
  const { languages } = drafting.settings.programme;
  const [column = asked.options[0]?.column ?? 0] = asked.cells;
  const all = [...asked.cells, ...asked.options.map((one) => one.column)].map(label);
  const listed = form.choices.get(known.list);
  const isChoice = /^select_(one|multiple)$|^rank$/.test(known.type) && listed !== undefined;
  if (/^(text|note)$/.test(known.type)) draft.freeText.push(...all);
  else if (personal.test(known.type)) draft.personal.push(...all);
  else if (!isChoice) return false;
  if (!isChoice || listed === undefined) return true;
  const ids = formIds(listed.map((one) => one.name));
  const columns = new Map(
    asked.options.map(({ option, column: at }) => [formName(option), label(at)] as const),
  );
  const fromList: Choices = listed.map((one, position) => {
    const at = columns.get(formName(one.name));
    return {
      id: ids[position] ?? '',
      name: translated(one.labels, one.name, languages),
      ...(ids[position] === one.name ? {} : { is: [one.name] }),
      ...(at === undefined ? {} : { column: at }),
    };
  });
  if (seen(column).filled === 0 && asked.options.length === 0) {
    draft.ignore.push(...all);
    return true;
  }
  const kind = known.type === 'select_multiple' ? 'multiple' : 'single';
  const { choices, hasOthers } = fitChoices(fromList, [...seen(column).counts.keys()], kind);
  const scale = kind === 'single' && !hasOthers ? asScale(choices) : null;
  const isListed = choices.some(({ id }) => id === 'other');
  draft.codebook.push({
    id: freeId(asked.key),
    kind: scale === null ? kind : 'scale',
    name: translated(known.labels, known.name, languages),
    ...(asked.cells.length > 0 ? { column: label(column) } : {}),
    choices:
      hasOthers && !isListed
        ? [...choices, { id: 'other', name: named(writtenIn, drafting) }]
        : (scale ?? choices),
    ...(hasOthers ? { write_in: 'other' } : {}),
  });
  return true;
}
