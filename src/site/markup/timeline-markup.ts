import { witnesses } from '../../model/record.ts';
import { declared } from '../words/own-words.ts';
import type { FindingEvent } from '../findings/finding-events.ts';
import { text } from '../i18n/text.ts';
import { langOf } from '../words/lang-of.ts';
import type { Localized } from '../words/localized.ts';
import { localized } from '../programme.ts';
import { glyphMarkup } from './status-markup.ts';
import { wordsMarkup } from './words-markup.ts';
import { xmlText } from './xml.ts';

/*
 * The steps in a finding's life, as markup. Every finding has a page with half a dozen of them: they are put together here, without
 * components, as the rows of the register are. All that comes from data goes through `xmlText`.
 */

/** The sign of a step, and the colour of one that changes where the finding stands. */
const marks: Readonly<Record<string, readonly [glyph: string, mark: string]>> = {
  replied: ['pr', ''],
  claimed: ['aw', 'aw'],
  reopened: ['no', 'no'],
  confirmed: ['ok', 'ok'],
  refused: ['no', 'no'],
  transferred: ['tr', 'tr'],
  duplicate: ['du', 'du'],
  withdrawn: ['wi', 'wi'],
};

const onWhoseWord = (by: string, language: string) => {
  const witness = witnesses.find(({ code }) => code === by);
  return witness === undefined ? '' : `\u2002${wordsMarkup(declared(witness, language), 'sm by')}`;
};

function stepMarkup(event: FindingEvent, name: Localized, language: string): string {
  const [glyph, mark] = marks[event.event] ?? ['st', ''];
  const note = localized(event, 'note', language);
  const on = xmlText(event.on);
  return [
    `<li${mark && ` class="${mark}"`}>`,
    `<p><time datetime="${on}">${on}</time></p>`,
    `<div>${glyphMarkup(glyph)}<b${mark && ' class="st"'}${langOf(name)}>${xmlText(name.text)}</b>`,
    onWhoseWord(event.by, language),
    note.text && `<p>${wordsMarkup(note)}</p>`,
    '</div></li>',
  ].join('');
}

/** The steps of a finding as the items of a list: what happened, when, on whose word. A claim after the first says that it is one. */
export function timelineMarkup(events: readonly FindingEvent[], language: string): string {
  const firstClaim = events.find(({ event }) => event === 'claimed');
  const again: Localized = { text: text(language).finding.claimedAgain, lang: undefined };
  return events
    .map((event) => {
      const isAgain = event.event === 'claimed' && event !== firstClaim;
      return stepMarkup(event, isAgain ? again : localized(event, 'event', language), language);
    })
    .join('');
}
