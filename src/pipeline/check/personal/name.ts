import { matches, type FindPlaces, type Place } from './place.ts';
import { doubleSurnames, noNames, ordinarySurnames, surnames } from './surnames.ts';

const hanzi = '\\p{Script=Han}';
/** Somebody who is already called by half a name, as 张某, or characters that no name has. */
const isVeiled = /[某的了是在不没有个]|[*＊×xX□○]/;

const title =
  '(?:先生|女士|小姐|同志|师傅|老师|大爷|大妈|大姐|大哥|大叔|大娘|阿姨|奶奶|爷爷|叔叔|老伯|婆婆|医生|大夫|护士|警官|律师|主任|科长|股长|处长|局长|所长|站长|队长|经理|书记|馆长|院长|校长)';
/** Titles that hardly stand for anybody but a person with a name. */
const plainTitle = '(?:先生|女士|小姐|同志|师傅|大爷|大妈|阿姨)';

const fullOrSur = new RegExp(
  `(?:(?:${doubleSurnames})${hanzi}{0,2}?|[${surnames}]${hanzi}{0,2}?)(?=${title})(?!${title}的?${title})`,
  'dgu',
);
const ordinaryWithTitle = new RegExp(
  `(?<!${hanzi})[${ordinarySurnames}]${hanzi}{0,2}?(?=${plainTitle})`,
  'dgu',
);

const role =
  '(?:经办人|联系人|填表人|填报人|制表人|审核人|复核人|工作人员|办事员|窗口人员|申请人|当事人|投诉人|反映人|举报人|承办人|负责人|代办人|法定代表人|法人代表|法人|体验官|(?:体验|检查|督查|督导|监督|巡查|稽查|暗访)(?:人员|员)|姓名|名字|户主|户名|业主|房东|患者|家长|家属|学生|亲属|本人|我叫|名叫|姓名为)';
const separator = '(?:姓名)?(?:[:是为叫]| ) ?';
const boundary = `(?!${hanzi})`;
const said =
  '(?=说|称|答|讲|告知|告诉|表示|回复|回答|让|要求|电话|手机|来电|身份证|的|与|和|及|、|办理|反映|投诉|接待|处理|负责|到|在|于|把|将|未|不|没)';
const given = `(?:(?:${doubleSurnames})${hanzi}{1,2}|[${surnames}${ordinarySurnames}]${hanzi}{1,2})`;
const givenStrictly = `(?:(?:${doubleSurnames})${hanzi}{1,2}?|[${surnames}]${hanzi}{1,2}?)`;

/** After a role and a colon any name holds that the text ends or breaks after. */
const afterRole = new RegExp(`${role}${separator}(?<it>${given})(?:${boundary}|${said})`, 'dgu');
/** Right after a role the name must be a strict one, and what follows must be what a person does. */
const besideRole = new RegExp(`${role}(?<it>${givenStrictly})(?:${boundary}|${said})`, 'dgu');
/** Right before a number: 李四 138… */
const beforeNumber = new RegExp(
  `(?<!${hanzi})(?<it>${givenStrictly})[ :(（]{0,2}(?=1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d))`,
  'dgu',
);

/** Right after a role in brackets, or with what somebody is like, three signs are a full name. */
const inBrackets = new RegExp(`${role} ?[(（](?<it>${givenStrictly})[)）]`, 'dgu');
const besideRoleInFull = new RegExp(
  `${role}(?<it>[${surnames}]${hanzi}{2})(?=态度|服务|非常|很|十分|特别|耐心|热情|主动|一直|当时|叫|给|帮|也|就|都|又|还)`,
  'dgu',
);
/** By whom something is done; places and bodies are no people. */
const doneBy = new RegExp(
  `由(?<it>[${surnames}]${hanzi}(?![区县市省州镇乡村局部处科办所站会馆厅院组队委司室])${hanzi})(?=处理|负责|办理|接待|承办|受理|审核|经办|签字|答复|跟进)(?<![区县市省州镇乡村局部处科办所站会馆厅院组队委司室])`,
  'dgu',
);

const capital = `[A-Z][A-Za-z'’-]+`;
/** After a name, Dr is a drive. */
const western = new RegExp(
  `\\b(?:Mr|Mrs|Ms|Mx|Miss|(?<![A-Z][a-z]{2,20} )Dr|Prof|Professor)\\.? (?<it>${capital}(?: (?:[A-Z]\\.|${capital})){0,2})`,
  'dg',
);
const westernRole = new RegExp(
  `\\b(?:[Cc]ontact(?: person)?|[Nn]ame|[Aa]pplicant|[Cc]lerk|[Oo]fficer|[Ii]nspector|[Ss]upervisor|[Ss]taff(?: member)?|[Cc]aller|[Rr]esident|[Oo]wner|[Tt]enant|[Cc]omplainant|[Rr]eported by|[Ss]poke (?:to|with)) ?: ?(?<it>${capital}(?: (?:[A-Z]\\.|${capital})){1,2})`,
  'dg',
);
/** Without a colon after the role the surname must be one that is frequent in China, in pinyin. */
const pinyin =
  '(?:Wang|Li|Zhang|Liu|Chen|Yang|Zhao|Huang|Zhou|Wu|Xu|Sun|Hu|Zhu|Gao|Lin|Guo|Luo|Liang|Song|Zheng|Xie|Tang|Feng|Deng|Cao|Peng|Zeng|Xiao|Tian|Dong|Pan|Yuan|Cai|Jiang|Yu|Du|Ye|Cheng|Wei|Su|Lu|Ding|Ren|Yao|Shen|Zhong|Cui|Tan|Fan|Liao|Shi|Jin|Jia|Xia|Fu|Fang|Zou|Xiong|Bai|Meng|Qin|Qiu|Hou|Yin|Xue|Yan|Duan|Lei|Tao|Hao|Gong|Shao|Qian|Qu|Ouyang)';
const westernPinyin = new RegExp(
  `\\b(?:[Oo]fficer|[Ii]nspector|[Ss]upervisor|[Cc]lerk|[Ss]taff(?: member)?|[Aa]pplicant|[Cc]aller|[Rr]esident|[Cc]omplainant|[Mm]anager|[Dd]irector|[Ss]poke (?:to|with)) (?<it>${pinyin} [A-Z][a-z]{1,9}(?:[-'’]?[a-z]{1,6})?)\\b`,
  'dg',
);
const surnameInPinyin = new RegExp(` ${pinyin} `);
const introduced = new RegExp(`\\b[Mm]y name(?: is|'s) (?<it>${capital}(?: ${capital}){0,2})`, 'dg');

const titled = new RegExp(title, 'u');
const withRole = new RegExp(role, 'u');

function isName(text: string): boolean {
  return !isVeiled.test(text) && ![2, 3].some((length) => noNames.has(text.slice(0, length)));
}

/** With one character before a title only the surname is told. */
function isNameBeforeTitle(text: string): boolean {
  return text.length === 1 || isName(text);
}

/**
 * Names of people where something beside them says that they are names: a title, a role, a number to call.
 *
 * @example
 * findNames('联系人:张三丰，李女士').length; // => 2
 * findNames('张某说周末工作人员方便，体验官办公室'); // => []
 */
export const findNames: FindPlaces = (text): Place[] => [
  ...(titled.test(text)
    ? [
        ...matches('name', fullOrSur, text, isNameBeforeTitle),
        ...matches('name', ordinaryWithTitle, text, isNameBeforeTitle),
      ]
    : []),
  ...(withRole.test(text)
    ? [afterRole, besideRole, inBrackets, besideRoleInFull].flatMap((pattern) =>
        matches('name', pattern, text, isName),
      )
    : []),
  ...(text.includes('由') ? matches('name', doneBy, text, isName) : []),
  ...matches('name', beforeNumber, text, isName),
  ...matches('name', western, text),
  ...matches('name', westernRole, text),
  ...(surnameInPinyin.test(text) ? matches('name', westernPinyin, text) : []),
  ...matches('name', introduced, text),
];
