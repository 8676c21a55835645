import type { Words } from '../../src/model/words.ts';
import { lastWorkingDay, workingDay } from './calendar.ts';
import { categories } from './categories.ts';
import { fillChinese, fillEnglish } from './fill.ts';
import type { Event, Finding } from './finding.ts';
import { limits } from './plan.ts';
import type { Random } from './random.ts';
import { checks, closings, merged, misdirected, openings, severityNames, withdrawals } from './phrases.ts';
import { w } from './words.ts';

/** Invents the events of one finding, in order. */
export function eventsOf(random: Random, finding: Finding): Event[] {
  const { plan, told } = finding;
  const { analysed, sent, replied, ended, outcome, department } = plan;
  const day = (index: number): string => workingDay(index);
  const events: Event[] = [{ event: 'found', on: finding.foundOn, by: 'officer' }];
  const sending: Event = { event: 'sent', on: day(sent), by: 'office' };

  if (told === undefined) return [...events, sending];
  const { story, filling } = told;
  const say = (text: string): Words => w(fillChinese(text, filling), '');

  if (outcome === 'analysing') return analysed > lastWorkingDay ? events : [...events, ...analysis()];
  events.push(...analysis());
  if (outcome === 'duplicate') {
    return [...events, { ...office('duplicate', 'same-matter', merged(finding.same?.id ?? '')), ...other() }];
  }
  events.push({ ...sending, note: w(`转${department.name.zh}，限 ${limits[plan.severity]} 个工作日。`, '') });

  if (replied !== undefined && outcome === 'transferred') {
    events.push({ event: 'replied', on: day(replied), by: 'department', note: say(misdirected) });
  } else if (replied !== undefined) {
    events.push({ event: 'replied', on: day(replied), by: 'department', note: say(reply()) });
  }
  plan.claims.forEach(({ on, reopened }, index) => {
    const half = reopened !== undefined;
    const text = half ? story.half.remedy : story.remedy;
    const remedy = half ? 'one_off' : story.remedyKind;
    events.push({
      event: 'claimed',
      on: day(on),
      by: 'department',
      note: say(index > 0 ? again(text) : text),
      remedy,
    });
    if (reopened === undefined) return;
    const note = say(random.pick(checks[story.place].failed).replace('…', story.half.still));
    events.push({ event: 'reopened', on: day(reopened), by: 'officer', note });
  });
  return [...events, ...ending()];

  function analysis(): Event[] {
    const category = categories.find(({ id }) => id === finding.category)?.name.zh ?? '';
    const note = w(`归入“${category}”，程度${severityNames[plan.severity]}。`, '');
    return [{ event: 'analysed', on: day(analysed), by: 'office', note }];
  }

  function reply(): string {
    const stated = /属实|经查|经核|经复核|调看|经测试|致歉/.test(story.reply);
    const opening = random.pick(stated ? openings.plain : [...openings.plain, ...openings[story.place]]);
    const busy = outcome === 'overdue' || outcome === 'in_hand';
    return opening + story.reply + random.pick(busy ? closings.busy : closings.usual);
  }

  function ending(): Event[] {
    const on = day(ended ?? sent);
    const claimed = plan.claims.at(-1)?.on;
    switch (outcome) {
      case 'confirmed': {
        const between = (ended ?? sent) - (claimed ?? sent);
        const now = w(fillChinese(story.now.zh, filling), fillEnglish(story.now.en, filling));
        const confirmed: Event = { event: 'confirmed', on, by: 'officer', note: now };
        if (between < 4 || random.chance(0.6)) return [confirmed];
        const checked = day((claimed ?? sent) + random.whole(1, between - 2));
        return [
          { event: 'checked', on: checked, by: 'officer', note: say(random.pick(checks[story.place].first)) },
          confirmed,
        ];
      }
      case 'refused':
        return [
          {
            event: 'refused',
            on,
            by: 'department',
            reason: story.refusal?.reason ?? '',
            note: say(story.refusal?.note ?? ''),
          },
        ];
      case 'transferred':
        return [office('transferred', 'not-our-remit', story.transfer ?? '')];
      case 'withdrawn':
        return [office('withdrawn', 'not-reproducible', random.pick(withdrawals[story.place]))];
      default:
        return [];
    }
  }

  function office(event: string, reason: string, text: string): Event {
    return { event, on: day(ended ?? sent), by: 'office', reason, note: say(text) };
  }

  function other(): { other?: string } {
    return finding.same === undefined ? {} : { other: finding.same.id };
  }
}

function again(text: string): string {
  return `第二次整改：${text}`;
}
