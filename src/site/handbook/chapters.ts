import type { Words } from '../../model/words.ts';

/** A piece of a chapter. In texts, what stands between backticks is code; `§id` is a link to a chapter. */
export type Block =
  | { readonly text: Words }
  | { readonly steps: readonly Words[] }
  | { readonly points: readonly Words[] }
  | { readonly command: string; readonly does: Words }
  | { readonly made: 'settings' | 'deadlines' | 'thresholds' | 'problems' };

/** A chapter of the handbook for staff. */
export interface Chapter {
  readonly id: string;
  readonly title: Words;
  readonly blocks: readonly Block[];
}

/**
 * The handbook for staff, in the order of their work. Tables of settings, deadlines and thresholds are made from the
 * declarations that the program itself goes by; every command and setting named in a text is held against it by a test.
 */
export const chapters: readonly Chapter[] = [
  {
    id: 'day',
    title: { zh: '十分钟：从数据到网站', en: 'Ten minutes: from a drop to the site' },
    blocks: [
      {
        steps: [
          {
            zh: '把系统或问卷平台导出的文件原样放进 `drops/`：不改表头，不转编码，不删行。',
            en: 'Put the files into `drops/` as they were exported: no header edited, nothing converted, no row deleted.',
          },
          {
            zh: '检查。每个问题写明文件、行、列和改法；改完再查，直到没有“必须改”。',
            en: 'Check. Each problem names file, row, column and how to mend it. Check again until nothing is under “must fix”.',
          },
          {
            zh: '看“会改变什么”：新增、新确认、重新打开、消失的，变化大的数字，会隐去的单位。说不清的不要发布。',
            en: 'Read what would change: new, newly confirmed, reopened and vanished findings, figures that swing, units that will be withheld. Do not publish what you cannot explain.',
          },
          {
            zh: '生成，在自己电脑上打开看一遍，再请签字的人看。',
            en: 'Build, look at it on your own machine, then have whoever signs off look.',
          },
          { zh: '发布，上传。', en: 'Release, and upload.' },
        ],
      },
      {
        command: 'npm run desk',
        does: {
          zh: '工作台：这五步都在浏览器的一页里做（§desk）',
          en: 'the desk: all five steps on one page in the browser (§desk)',
        },
      },
      {
        command: 'npm run check',
        does: { zh: '检查，并列出会改变什么', en: 'checks, and lists what would change' },
      },
      { command: 'npm run build', does: { zh: '生成网站，放在 dist', en: 'builds the site into dist' } },
      {
        command: 'npm run dev',
        does: {
          zh: '边改边看：改了文件，打开着的页面自己更新',
          en: 'shows the site while you edit: the open page follows each change',
        },
      },
      {
        command: 'npm run release -- --by 姓名 --note "2026 年第三季度" --note-en "Third quarter of 2026"',
        does: {
          zh: '记下这一期，核对一遍，换上新网站',
          en: 'records a release, counts it again, puts the new site in place',
        },
      },
      {
        command: 'npm run new -- DIR',
        does: {
          zh: '新建一个自己的项目：一样一样问',
          en: 'begins a programme of your own: it asks for what it needs',
        },
      },
      {
        text: {
          zh: '自己的项目放在单独的文件夹里，每条命令加 `--data 文件夹`，例如 `npm run check -- --data D:\\项目`。失败的命令什么也不改：原来的网站照样在。',
          en: 'A programme of your own lies in a folder of its own; each command then takes `--data FOLDER`, as in `npm run check -- --data D:\\programme`. A command that fails changes nothing: the last good site stands.',
        },
      },
      {
        text: {
          zh: '去查看的人在您那里叫检查人员、监督员，就在 `programme.yaml` 写 `officers: { zh: 检查人员, en: inspector }`：每一页、每张表、每个下载都这样称呼；导出的表里“谁”一列写这个称呼，也认得。',
          en: 'If those who look are called inspectors or supervisors with you, write `officers: { zh: 检查人员, en: inspector }` in `programme.yaml`: every page, table and download calls them that, and drops may, too.',
        },
      },
    ],
  },
  {
    id: 'desk',
    title: { zh: '工作台', en: 'The desk' },
    blocks: [
      {
        text: {
          zh: '`npm run desk` 在这台电脑上开一页：文件、问题、变化、预览、发布，从左到右。每一步做的与命令做的是同一件事。什么也不传出去，别的网页和电脑进不来；链接只能用一次，要新的就在终端按回车。',
          en: '`npm run desk` opens a page on this machine: files, problems, what changes, preview, release, from left to right. Each step does what a command does. Nothing leaves the machine and no other page or machine gets in; a link works once, Enter in the terminal makes another.',
        },
      },
      {
        points: [
          {
            zh: '放错的文件“收起”，收在 `set-aside/`，随时放回去；发布过的收不起来。',
            en: 'A file put in by mistake is set aside into `set-aside/` and can be put back; what was published cannot.',
          },
          {
            zh: '没有看过预览，或预览之后数据又变过，不能发布。签字的姓名记在 `sign-offs.csv`，只留在办公室；说明会公布。',
            en: 'What was not previewed as it is now cannot be released. The name of who signs is kept in `sign-offs.csv`, in the office; the note is published.',
          },
          {
            zh: '两个窗口同时开着，旧的那个什么也做不了，会说明白。',
            en: 'With two windows open the older one does nothing, and says so.',
          },
        ],
      },
    ],
  },
  {
    id: 'drop',
    title: { zh: '数据文件', en: 'The drop' },
    blocks: [
      {
        points: [
          {
            zh: '收 CSV、Excel（`.xlsx` `.xlsb` `.xls`）、`.ods`、`.zip`、`.gz`，编码自动认；认不准就问，从不猜。',
            en: 'CSV, Excel (`.xlsx` `.xlsb` `.xls`), `.ods`, `.zip` and `.gz` are read. The encoding is proven from the bytes, or asked for; it is never guessed.',
          },
          {
            zh: '文件名以日期开头：名称排在后面的更正前面的。列里空格子是“改成空”，没有这一列是“没说，照旧”。',
            en: 'Begin file names with a date: a later name corrects an earlier one. A blank cell makes a value blank; a missing column leaves what was there.',
          },
          {
            zh: '导出错了，不要改文件，重新导出；要更正一件事，补一个只有那几行的新文件。旧文件留着，是这期数据的凭据。',
            en: 'Do not edit a wrong export: export it again, or add a new file with just the rows that change. Old files stay: they are the evidence of what was published.',
          },
          {
            zh: '没见过的导出，先 `npm run describe -- FILE`，它说认出了什么，起草一份版式给您改。',
            en: 'For an export never seen before run `npm run describe -- FILE`: it says what it recognises and drafts a layout for you to correct.',
          },
          {
            zh: '满意度题有两种，看清是哪一种：五级评价（`grade`，第三档“基本满意”算好评，有好评率）；量表（`scale`，中间一档“一般”两边都不算，版式写明哪几个答案算正向、负向，有正向、负向回答的占比）。两种不要相比。`programme.yaml` 的 `overall_question` 写明首页用哪道题开头。',
            en: 'Look which kind a question of satisfaction is: the five grades (`grade`, whose third, “basically satisfied”, is a good one; they have a positive rate) or a scale (`scale`, whose middle is on neither side; the layout says which answers are favourable and which unfavourable, and it has the share of each). Never compare the two. `overall_question` in `programme.yaml` says with which question the first page opens.',
          },
          {
            zh: '没见过的单位名称，会问“是不是……”，定一次记住：`npm run check -- --accept "departments,市医保局,healthcare"`。',
            en: 'An unknown name is met with “did you mean …?” and settled once: `npm run check -- --accept "departments,市医保局,healthcare"`.',
          },
        ],
      },
    ],
  },
  {
    id: 'problems',
    title: { zh: '问题代码', en: 'Problem codes' },
    blocks: [
      {
        text: {
          zh: '检查报告里的每个代码都有一节：什么时候出现，怎么改，例子。“必须改”的改好之前网站不更新；“请看一眼”的不拦。',
          en: 'Every code of a report has a section: when it occurs, how to mend it, an example. “Must fix” keeps the site from being updated; “please look” does not.',
        },
      },
      { made: 'problems' },
      {
        text: {
          zh: '明知而要放过的一类，写进 `tolerate`；放过了什么，数据质量表上公开写着。',
          en: 'A kind that you let pass knowingly is named under `tolerate`; the public quality table says what was let pass.',
        },
      },
    ],
  },
  {
    id: 'settings',
    title: { zh: '设置', en: 'Settings' },
    blocks: [
      {
        text: {
          zh: '都在 `programme.yaml` 里。编辑器会用旁边的 `programme.schema.json` 提示；写错了，检查会指出行和列。',
          en: 'All of them stand in `programme.yaml`. An editor completes them with the `programme.schema.json` beside it; a check names the line and column of a mistake.',
        },
      },
      { made: 'settings' },
    ],
  },
  {
    id: 'deadlines',
    title: { zh: '期限', en: 'Deadlines' },
    blocks: [
      {
        text: {
          zh: '从反馈给部门的次日起算工作日，节假日和调休按国务院公布的。工具还不知道的年份（下一年的安排每年十一月前后才公布）和当地另有的假日，写进 `lookup/special_days.csv`：第一行 day,working，以后一天一行，放假的周一至周五写 false，上班的周末写 true。`calendar: own` 时只按这张表，`calendar: none` 时按自然日。一件事自己写了期限的，以它为准。期限过了还没整改是“逾期”；过了才说整改的是“迟到”，以后都记着。',
          en: 'Working days count from the day after the department was told, with the holidays and make-up days that the State Council announces. A year that the tool does not know yet (the next one is announced around November) and holidays of the region go into `lookup/special_days.csv`: day,working in the first row, then one day a row, holidays from Monday to Friday as false, weekend days that are worked as true. With `calendar: own` that list alone counts, with `calendar: none` they are calendar days. A date written on a finding goes before. Open after its deadline is overdue; a claim that comes after it is late, for ever.',
        },
      },
      { made: 'deadlines' },
      {
        text: {
          zh: '改期限：新的写在 `deadlines`，从前的连同用到哪天写在 `earlier_deadlines`，到那天为止反馈的照旧，每件的期限由反馈那天定。不写，从前各年的按期、迟、逾期都照新的重判（检查会说）；真要这样，在发布说明里写明为什么。',
          en: 'To change them, write the new ones under `deadlines`, and the earlier ones with the last day on which they held under `earlier_deadlines`: what was sent by then keeps them. Left out, all years are judged again, on time, late and overdue (the check says so); where that is meant, say why in the note of the release.',
        },
      },
    ],
  },
  {
    id: 'thresholds',
    title: { zh: '阈值', en: 'Thresholds' },
    blocks: [
      {
        text: {
          zh: '写在 `thresholds` 下面，不写就用这里的数。调低保护个人的阈值，要先做影响评估（§duties）；调高总是可以。方法页公开写着用的是哪个数。',
          en: 'They stand under `thresholds`; left out they are the numbers below. Lowering one that protects people needs an impact assessment first (§duties); raising one never does. The method page says in public which numbers hold.',
        },
      },
      { made: 'thresholds' },
    ],
  },
  {
    id: 'release',
    title: { zh: '发布和上传', en: 'Releasing and uploading' },
    blocks: [
      {
        points: [
          {
            zh: '发布前，生成的网站会用它自己公开的表重新数一遍，对不上就不发布。两个人同时发布，只成一个，另一个会被告知。',
            en: 'Before the swap the finished site is counted again from its own public tables; a difference stops it. Of two who release at once one wins, and the other is told.',
          },
          {
            zh: '各期都留着，一期接一期，改了哪一期都会被发现。`releases/` 全部公开，要备份。',
            en: 'All releases stay, chained to each other, so that a change to any of them is noticed. `releases/` is public, all of it. Back it up.',
          },
          {
            zh: '`proofs/` 只留在办公室，不上传，不发给任何人，也不要丢：里面有真实的小数目，后面各期的保护要靠它。',
            en: '`proofs/` stays in the office, is never uploaded, given to nobody and never lost: it holds true small counts, and the protection of later releases leans on it.',
          },
          {
            zh: '上传先后有讲究：先不变的文件，再其他文件，最后网页，这样打开着旧页面的读者不受影响。',
            en: 'The order of an upload matters: what never changes first, then other files, then pages. So nothing breaks for a reader with an old page open.',
          },
        ],
      },
      {
        command: 'npm run verify',
        does: {
          zh: '只用公开的文件，把网站重新数一遍',
          en: 'counts the site again from its public files alone',
        },
      },
      {
        command: 'npm run attack',
        does: {
          zh: '扮作审计，看能不能推出小单位的数',
          en: 'plays the auditor: can anything be learnt of a small group?',
        },
      },
      {
        command: 'npm run compress',
        does: { zh: '写好压缩过的副本，服务器直接发', en: 'writes packed copies for the server to send' },
      },
      {
        command: 'npm run upload-plan',
        does: {
          zh: '写好上传次序，给出 rsync 命令',
          en: 'writes the order of the upload, with the rsync commands',
        },
      },
    ],
  },
  {
    id: 'objection',
    title: { zh: '部门有异议', en: 'When a department objects' },
    blocks: [
      {
        steps: [
          {
            zh: '请它说明是哪一件、哪个数、为什么，书面的；记下日期。网站照旧，不因为有异议先撤下。',
            en: 'Ask which finding or number and why, in writing, and note the day. The site stays as it is; an objection alone takes nothing down.',
          },
          {
            zh: '事实错了（日期、单位、办理结果）：把凭据留档，补一个更正的数据文件，发新的一期；更正会列在“更新记录”里。',
            en: 'A fact is wrong (a date, a department, an outcome): keep the evidence, add a drop that corrects it, and release. The changes page lists the correction.',
          },
          {
            zh: '“已经整改了”：录入部门的说法（`claimed` 事件）。只有体验官查过（`confirmed`）才算确认，两样分开写，不替部门说，也不替体验官说。',
            en: '“It is fixed by now”: enter what the department says (a `claimed` event). Only an officer’s check (`confirmed`) counts as confirmed; the two stay apart.',
          },
          {
            zh: '不该它管：写 `transferred` 事件和理由，转给该管的单位。它认为不该整改：写 `refused` 事件和理由。两样都公开。',
            en: 'Not its business: a `transferred` event with the reason. It will not do it: a `refused` event with the reason. Both are public.',
          },
          {
            zh: '发现本身不成立：写 `withdrawn` 事件和理由。网页留着，写明已撤回；不删。',
            en: 'The finding does not hold: a `withdrawn` event with the reason. Its page stays and says so; nothing is deleted.',
          },
          {
            zh: '嫌比较不公平：给它看部门页的区间和“符合预期”的说法：差别可能只是偶然。样本太小的，本来就不比。排名只在本地规定要求时才开（`ranking: bands`）。',
            en: 'The comparison seems unfair: show the intervals and what “as expected” means on the departments page: the difference may be chance. What is too small is not compared at all. Ranking is on only where local rules demand it (`ranking: bands`).',
          },
          {
            zh: '把处理结果和理由答复部门，归档。',
            en: 'Answer the department with outcome and reason, and file it.',
          },
        ],
      },
    ],
  },
  {
    id: 'mistake',
    title: { zh: '发布错了', en: 'After a mistake' },
    blocks: [
      {
        text: {
          zh: '先分清是哪一种：数错了、登错了，还是露出了个人信息。',
          en: 'First tell which kind it is: a wrong number, a wrong record, or personal data.',
        },
      },
      {
        command:
          'npm run rollback -- --note "第 4 期重复计入一个文件，先退回第 3 期" --note-en "Release 4 counted a file twice; release 3 is back"',
        does: {
          zh: '退回上一期，写好更正说明',
          en: 'puts the release before back, with a correction notice',
        },
      },
      {
        points: [
          {
            zh: '等不及的，先让服务器的链接指回上一个文件夹，错的马上就不在网上了；再退回，更正说明随后就有。',
            en: 'Where it cannot wait, turn the server’s link back to the folder before: what is wrong is off at once. Then roll back, and the correction notice follows.',
          },
          {
            zh: '退回也是新的一期：发布过的都不删，读者看得到错在哪、什么时候改的。再退一次，就再往前一期。之后改好数据，再发布一次，说明里写清楚错了什么、影响哪些数、谁用过要提醒。',
            en: 'Going back is a release of its own: nothing published is deleted, and readers see what was wrong and when it changed. Going back once more leads one release further back. Then mend the data and release again; say in the note what was wrong, which numbers it touched, and who should be told.',
          },
          {
            zh: '露出了个人信息：这不是更正，是泄露。马上从服务器、缓存和各期里撤下那段文字，`npm run check -- --accept redactions` 定好替换文字，按第五十七条办（§duties）。已经下载的收不回来，所以宁可多遮。',
            en: 'Personal data is out: that is no correction but a leak. Take the text off the server, its caches and the releases at once, settle the redaction with `npm run check -- --accept redactions`, and act under article 57 (§duties). What was downloaded cannot be called back, so redact rather too much.',
          },
          {
            zh: '改动过 `releases/` 里的文件，程序会停下来；确因泄露必须改的，先留一份私下的原件和一份书面说明，再从头建一份新的记录。',
            en: 'The program stops when a file under `releases/` was changed. Where a leak forces it, keep the original in private with a written account, and begin a new ledger.',
          },
        ],
      },
    ],
  },
  {
    id: 'duties',
    title: { zh: '安全与个人信息', en: 'Security and personal data' },
    blocks: [
      {
        text: {
          zh: '以下是《个人信息保护法》里和这项工作有关的条文，帮您列清单，不代替法律意见。',
          en: 'These are the articles of the Personal Information Protection Law (PIPL) that bear on this work: a list to go through, no legal advice.',
        },
      },
      {
        points: [
          {
            zh: '第五至九条：合法、正当、必要、诚信；目的明确，够用就好；公开透明；准确；负责。问卷不问用不到的；导出时不带姓名、电话、IP 列。程序认得这些列，一律不读。',
            en: 'Articles 5–9: lawful, proper, necessary, honest; a clear purpose and no more than it needs; open; accurate; answerable. Ask nothing that is not used, and export no names, numbers or IP addresses. Such columns are recognised and never read.',
          },
          {
            zh: '第十三条：要有依据——个人同意，或法定职责所必需等。第三十四条：机关在法定职责范围内、按法定程序处理。把用的是哪一项写下来。',
            en: 'Article 13: there must be a ground, consent or a statutory duty for instance. Article 34: a state organ acts within its powers and their procedure. Write down which ground it is.',
          },
          {
            zh: '第十七条、第三十五条：事先告知处理者、目的、方式、种类、保存期限和怎样行使权利。问卷开头就写。',
            en: 'Articles 17 and 35: people are told beforehand who processes what, for what purpose, how, how long, and what rights they have. Say it at the top of the questionnaire.',
          },
          {
            zh: '第十九条：保存期限为实现目的所必要的最短时间。`drops/` 里的原件定一个销毁日期；公开的统计不受影响。',
            en: 'Article 19: kept no longer than the purpose needs. Give the files in `drops/` a day on which they are destroyed; published statistics stay.',
          },
          {
            zh: '第二十五条：不得公开所处理的个人信息，除非取得单独同意。所以可疑的文字先扣下，等人定：遮去，或确认无人。',
            en: 'Article 25: personal data are not made public without separate consent. So a doubtful text is held back until somebody decides: redact it, or nobody is in it.',
          },
          {
            zh: '第二十八至三十二条：生物识别、宗教信仰、特定身份、医疗健康、金融账户、行踪轨迹，不满十四周岁未成年人的信息，是敏感信息，要有特定目的、充分必要、严格保护，取得单独同意。体验官的描述里常有别人的病情、残疾、孩子：遮去。',
            en: 'Articles 28–32: biometrics, belief, specific identity, health, accounts, whereabouts, and anything of children under 14 are sensitive: a specific purpose, sufficient need, strict protection, separate consent. Descriptions often name the illness or the child of somebody at the counter: redact it.',
          },
          {
            zh: '第三十六条：国家机关处理的个人信息在境内存储。代码托管、对象存储、网盘在境外的，不要放 `drops/` 和 `proofs/`。',
            en: 'Article 36: personal data processed by state organs are stored within China. Put no `drops/` or `proofs/` on a repository, object store or drive abroad.',
          },
          {
            zh: '第四十四至五十条：有人来查阅、更正、删除自己的信息，要有受理的人和办法。回答不记名，认不出本人的，说明这一点。',
            en: 'Articles 44–50: somebody must receive and answer those who ask to see, correct or delete what is theirs. Where answers bear no name and cannot be traced, say so.',
          },
          {
            zh: '第五十一条：内部制度、分类管理、加密或去标识化、权限、培训、应急预案。谁能进 `drops/` 和 `proofs/`，列名单；电脑全盘加密；离岗收回。',
            en: 'Article 51: internal rules, classification, encryption or de-identification, rights of access, training, a plan for incidents. List who may open `drops/` and `proofs/`, encrypt the disk, take access back from those who leave.',
          },
          {
            zh: '第五十五、五十六条：处理敏感信息、委托处理、对外提供或公开之前，做影响评估，报告至少留三年。新问卷、新交叉表（`survey_tables`）、调低 `thresholds`，都先评估。',
            en: 'Articles 55–56: before sensitive data are processed, or data are entrusted, handed on or made public, an impact assessment is made and kept for three years at least. Do one for a new questionnaire, a finer table (`survey_tables`), a lower number under `thresholds`.',
          },
          {
            zh: '第五十七条：发生或可能发生泄露，立即补救，并通知主管部门和本人：涉及什么、为什么、可能的危害、已采取的措施、本人能做什么、怎么联系。',
            en: 'Article 57: a leak, or a likely one, is mended at once, and authority and persons are told: what data, why, what harm may follow, what was done, what they can do, whom to ask.',
          },
        ],
      },
      {
        text: {
          zh: '文件夹哪些公开、哪些不公开：公开的只有生成的网站和 `releases/`；`drops/`、`counts/`、`set-aside/`、`proofs/`、`sign-offs.csv`、`lookup/redactions.csv`、`problems.html`、`.cache` 都不公开。发邮件、贴工单之前也一样：报告里会有原文。',
          en: 'What is public: the built site and `releases/`, nothing else. `drops/`, `counts/`, `set-aside/`, `proofs/`, `sign-offs.csv`, `lookup/redactions.csv`, `problems.html` and `.cache` are not, nor may they go into a mail or a ticket: reports quote the data.',
        },
      },
    ],
  },
  {
    id: 'warehouse',
    title: { zh: '答卷在仓库里', en: 'Responses in a warehouse' },
    blocks: [
      {
        text: {
          zh: '不写 `engine` 就在本机计数，不用读这一节。答卷多到放不进文件、本来就在省里的仓库时，在 `programme.yaml` 写 `engine`：种类 `spark` 或 `postgres`，`responses` 是那张表。仓库自己数，出来的只有计数。',
          en: 'Where `engine` is not set, this machine counts and this chapter is not for you. Where responses lie in a warehouse anyway, name it under `engine` in `programme.yaml`: its kind, `spark` or `postgres`, and its table as `responses`. The warehouse counts, and only counts come out.',
        },
      },
      {
        points: [
          {
            zh: '密码不写进设置，由管理员放在环境变量 PGPASSWORD 或 ~/.pgpass。',
            en: 'A password is never written into the settings: it is in PGPASSWORD of the environment or in ~/.pgpass.',
          },
          {
            zh: '表里存编号，不存名称；每份答卷一行；列名见 README“用自己的仓库计数”。',
            en: 'The table holds ids, not names, one row a response; README “Counting in a warehouse” lists its columns.',
          },
          {
            zh: '更正由仓库做：表里总是每份答卷的最后一版。哪一批送来的，写在 drop 列；时期公布之后才送来的，不计入，会说明有多少。',
            en: 'Corrections are made in the warehouse, which holds the last version of each response. Column drop says with which delivery it came; what comes after its period was published is not counted, and told.',
          },
          {
            zh: '连不上、没有权限、缺表，都按问题列出，原来的网站不动。',
            en: 'No connection, no rights, no table: each is told as a problem, and the last site stands.',
          },
        ],
      },
      {
        command: 'npm run tally:sql',
        does: {
          zh: '仓库连不上、只能请人去数时（种类 `by-hand`）：打印语句；结果带表头存进 `counts/`，再运行一次',
          en: 'where only people reach the warehouse (kind `by-hand`): prints the statements; the results are saved with their headers in `counts/`, then run it again',
        },
      },
    ],
  },
  {
    id: 'closed',
    title: { zh: '没有外网的电脑', en: 'A machine without network' },
    blocks: [
      {
        command: 'npm run bundle -- --for win32-x64',
        does: {
          zh: '在能上网的电脑上打成一个包（Windows；麒麟、统信写 linux-x64 或 linux-arm64）',
          en: 'makes one archive on a machine with network (for Windows; Kylin and UOS are linux-x64 or linux-arm64)',
        },
      },
      {
        text: {
          zh: '拷过去解开，在那个文件夹里运行 `zhaocha build`。凡写作 `npm run build -- --data DIR` 的，都写作 `zhaocha build --data DIR`。',
          en: 'Carry it over, unpack it and run `zhaocha build` in its folder. Wherever it says `npm run build -- --data DIR`, write `zhaocha build --data DIR`.',
        },
      },
    ],
  },
  {
    id: 'version',
    title: { zh: '换成新版本', en: 'A new version of the tool' },
    blocks: [
      {
        steps: [
          {
            zh: '项目放在自己的文件夹里，不放在工具自己的 data 里；`releases/` 和 `proofs/` 也在那里，换版本不碰它们。先备份这个文件夹。',
            en: 'Keep the programme in a folder of its own, not in the data folder of the tool; `releases/` and `proofs/` are there too, and a new version does not touch them. Back that folder up first.',
          },
          {
            zh: '取新版本：克隆来的用 git 拉取；没有外网的电脑，把新的包解开在旧的旁边，旧的留着。',
            en: 'Get the new one: pull it with git where it was cloned; on a machine without network unpack the new archive beside the old one, and keep that.',
          },
          {
            zh: '在同一份数据上运行检查。“会改变什么”里，没有新数据却变了的数字，就是新版本算法不同：弄清为什么，发布时在说明里写明。',
            en: 'Check the same data. A number that changes without new data is counted otherwise by the new version: find out why, and say so in the note of the release.',
          },
          {
            zh: '生成，看过，再发布。要退回，用新版本的退回命令就行；旧版本也能照旧生成。',
            en: 'Build, look, release. To go back, rollback of the new version will do; the old one still builds what it built.',
          },
        ],
      },
      {
        command: 'npm run check -- --data DIR',
        does: { zh: '列出会改变什么', en: 'lists what would change' },
      },
    ],
  },
  {
    id: 'region',
    title: { zh: '几座城市并排看', en: 'Several cities side by side' },
    blocks: [
      {
        command: 'npm run region -- https://a.example/ https://b.example/ --name 江南省 --name-en Jiangnan',
        does: {
          zh: '读各城市公开的数据包，核对之后生成汇总，放在 dist.region；写网址或网站的文件夹都行',
          en: 'reads and verifies what each city publishes and builds an overview in dist.region; addresses or folders of sites',
        },
      },
      {
        points: [
          {
            zh: '城市不用做什么，也不用答应什么：读的是它公开的下载。每份先核对校验值、各期的链，再重新算一遍，全部对上才采用。',
            en: 'A city need not do or allow anything: its public downloads are read. Hashes and the chain of releases are checked and its figures counted again; all must hold.',
          },
          {
            zh: '有一座对不上、连不上、转到别处：它写成“不采用”和原因，其他照常。核对后再运行一次。',
            en: 'One that does not hold, cannot be reached or has moved is shown as refused with the reason; the others as ever. Look into it and run again.',
          },
          {
            zh: '没有一座对得上：不生成，原来的汇总不动。',
            en: 'If none holds nothing is built, and the last overview stands.',
          },
          {
            zh: '只并排、只说高于、符合、低于预期或太少；不要自己加名次。截止日、期限、定义不同的，页面上都写着，引用时一并带上。',
            en: 'It says higher, as expected, lower or too few, and never a rank: add none. Cut-offs, deadlines and definitions differ and stand on the page; quote them with the numbers.',
          },
        ],
      },
    ],
  },
];
