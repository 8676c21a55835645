import type { Words } from '../../src/model/words.ts';
import { w } from './words.ts';

/** A kind of problem, and the aim of service reform that it fails. */
export interface Category {
  readonly id: string;
  readonly name: Words;
  readonly aim: 'standard' | 'regular' | 'convenient';
  readonly meaning: Words;
}

// prettier-ignore
/** The nine categories of the programme. */
export const categories: readonly Category[] = [
  { id: 'guide', aim: 'standard', name: w('材料与指南不一致', 'Guide and counter disagree'), meaning: w('窗口或系统要的材料、填法与办事指南写的不同，或指南没有写清。', 'What the counter or the form asks for differs from the published guide, or the guide leaves it open.') },
  { id: 'outdated', aim: 'standard', name: w('信息过时或不一致', 'Outdated or conflicting information'), meaning: w('公布的地址、时间、表格、标准已经失效，或各处写得不一样。', 'A published address, time, form or rule no longer holds, or differs from place to place.') },
  { id: 'differing', aim: 'standard', name: w('各处办法不一', 'Handled differently elsewhere'), meaning: w('同一件事，不同大厅、窗口或人员的说法和做法不同。', 'The same matter is handled or explained differently by hall, counter or clerk.') },
  { id: 'waiting', aim: 'regular', name: w('等候或办理超时', 'Long waits and missed time limits'), meaning: w('排队过久、预约不上，或超过承诺的办理时限。', 'Long queues, no appointments, or a promised time limit that was missed.') },
  { id: 'unanswered', aim: 'regular', name: w('咨询无人答复', 'Questions go unanswered'), meaning: w('电话、留言、在线咨询没有人接，或答非所问。', 'Calls, messages and online questions meet no answer, or one that does not help.') },
  { id: 'window', aim: 'regular', name: w('窗口服务不规范', 'Counter conduct'), meaning: w('公示时间无人、不给书面告知、态度敷衍等窗口行为。', 'An empty counter in opening hours, no written notice, careless conduct.') },
  { id: 'steps', aim: 'convenient', name: w('环节多、来回跑', 'Too many steps and trips'), meaning: w('重复提交、多头跑动、部门之间的事让办事人自己去对接。', 'Handing in twice, going to several places, carrying messages between offices.') },
  { id: 'system', aim: 'convenient', name: w('系统报错或卡顿', 'System errors'), meaning: w('网站、手机端、自助机报错、掉线、状态不准。', 'The website, the app or a kiosk fails, loses data or shows a wrong state.') },
  { id: 'access', aim: 'convenient', name: w('无障碍与适老', 'Accessibility and older users'), meaning: w('老年人、残疾人或不会用手机的人办不了、看不清、够不到。', 'Older or disabled people, or those without a smartphone, cannot read, reach or finish it.') },
];
