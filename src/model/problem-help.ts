import type { ProblemCode } from './problem.ts';
import type { Words } from './words.ts';

/** What the handbook says of a problem. */
export interface ProblemHelp {
  /** In a few words, for a heading. */
  readonly name: Words;
  /** When it occurs. */
  readonly when: Words;
  /** How to mend it. */
  readonly mend: Words;
  /** What it looks like. */
  readonly example: Words;
}

/** Where the handbook has the section of a problem, below the address of a language. */
export function handbookPath(code: ProblemCode): string {
  return `handbook/problems/#${code}`;
}

/** The handbook's section of every problem, in the order in which a file meets them. */
export const problemHelp: Readonly<Record<ProblemCode, ProblemHelp>> = {
  'no-drops': {
    name: { zh: '没有数据文件', en: 'No drops' },
    when: { zh: 'data/drops/ 是空的。', en: 'data/drops/ is empty.' },
    mend: {
      zh: '把系统或问卷平台导出的文件原样放进 data/drops/，再运行一次。',
      en: 'Put the files as exported into data/drops/ and run again.',
    },
    example: { zh: 'data/drops/（空）', en: 'data/drops/ (empty)' },
  },
  'no-drop-folder': {
    name: { zh: '没有数据文件夹', en: 'No folder of drops' },
    when: {
      zh: 'data/drops/ 不见了，或者是一个文件。不当作“还没有数据”：那样会用空网站换掉原来的网站。',
      en: 'data/drops/ is gone, or is a file. It is not taken for “no drops yet”: an empty site would replace the last one.',
    },
    mend: {
      zh: '先看 --data 指的是不是自己的项目，移动硬盘、网络盘是否连着。新项目就建一个空文件夹 drops，里面放一个空文件 .gitkeep（git 不保存空文件夹）。',
      en: 'See whether --data names your own programme, and whether its disk is there. For a new programme make an empty folder drops, with an empty file .gitkeep in it: git keeps no empty folders.',
    },
    example: { zh: '克隆以后没有 data/drops/', en: 'no data/drops/ after cloning' },
  },
  'release-broken': {
    name: { zh: '已发布的数据被改动', en: 'A release was changed' },
    when: {
      zh: 'data/releases/ 里的一期与它发布时留下的校验值不符，或缺了文件。',
      en: 'A release in data/releases/ no longer has the hash it was published with, or a file of it is missing.',
    },
    mend: {
      zh: '从备份恢复那一期的文件夹；不要手工改动已发布的数据。',
      en: 'Restore the folder of that release from a backup. Never edit what was published.',
    },
    example: { zh: 'releases/3/release.json 被编辑过', en: 'releases/3/release.json was edited' },
  },
  'cutoff-before-release': {
    name: { zh: '截止日早于已发布的一期', en: 'Cut-off before the last release' },
    when: {
      zh: '截止日比最近一期发布的还早：公布过的会退回去。',
      en: 'The cut-off lies before that of the last release: what was published would be taken back.',
    },
    mend: {
      zh: '改晚截止日。发布错了，用 npm run rollback 退回上一期。',
      en: 'Take a later cut-off. If a release was wrong, npm run rollback puts the one before back.',
    },
    example: {
      zh: '第 3 期截至 2026-09-30，现在要 2026-06-30',
      en: 'release 3 to 2026-09-30, now 2026-06-30',
    },
  },
  'published-finding-gone': {
    name: { zh: '公布过的发现不见了', en: 'A published finding is gone' },
    when: {
      zh: '最近一期有这件发现，现在的数据文件里没有了。',
      en: 'The last release has this finding; the drops have it no more.',
    },
    mend: {
      zh: '放回它的数据文件；要撤回，写一条 withdrawn 事件和理由。确要删去的，在 tolerate 里写明，更新记录会列出来。',
      en: 'Put its drop back. To take a finding back write a withdrawn event with its reason. If it must go, name this code in tolerate: the changes will list it.',
    },
    example: { zh: '第 2 期有 2025-017，drops 里已没有', en: 'release 2 has 2025-017, no drop has it' },
  },
  'published-step-gone': {
    name: { zh: '公布过的一步不见了', en: 'A published step is gone' },
    when: {
      zh: '最近一期里这件发现有这一步，现在没有了，或日期变了。',
      en: 'In the last release the finding had this step; it is gone, or has another date.',
    },
    mend: {
      zh: '放回写着这一步的文件。记错的，补上正确的一步，并在 tolerate 里写明，更新记录会列出来。',
      en: 'Put the drop with the step back. If it was wrong, add the right one and name this code in tolerate: the changes will list it.',
    },
    example: { zh: '2025-017 confirmed 2025-05-09', en: '2025-017 confirmed 2025-05-09' },
  },
  'not-a-file': {
    name: { zh: '不是文件', en: 'Not a file' },
    when: {
      zh: 'data/drops/ 里有文件夹、快捷方式或链接。',
      en: 'There is a folder or a link in data/drops/.',
    },
    mend: {
      zh: '把文件本身放进去；文件夹里的文件逐个移出来。',
      en: 'Put the file itself there; take files out of their folder.',
    },
    example: { zh: 'data/drops/2025年导出/（文件夹）', en: 'data/drops/2025 exports/ (a folder)' },
  },
  'file-changed': {
    name: { zh: '读取时文件被改动', en: 'Changed while it was read' },
    when: {
      zh: '读文件的时候，另一个程序还在保存它。',
      en: 'Another program was still saving the file while it was read.',
    },
    mend: {
      zh: '关掉 Excel 等正在用它的程序，等保存或拷贝完，再运行一次。',
      en: 'Close the program that uses it, wait until it is saved or copied, and run again.',
    },
    example: { zh: '从网盘同步到一半的文件', en: 'a file that is half synchronised' },
  },
  'unreadable-name': {
    name: { zh: '读不出的文件名', en: 'A file name that cannot be read' },
    when: {
      zh: '文件名是用 GBK 等旧编码写的，系统按 UTF-8 读，找不到这个文件。多半是在 Linux 上解开了 Windows 打的压缩包。',
      en: 'The name of the file is written in GBK or another old encoding, and the system, which reads it as UTF-8, does not find the file. Most likely an archive made on Windows was unpacked on Linux.',
    },
    mend: {
      zh: '给文件改个名字，再运行一次。压缩包不用解开：放进 drops/ 就能读，里面的中文文件名也认得。',
      en: 'Rename the file and run again. An archive need not be unpacked: put it in drops/ as it is, Chinese names in it are understood.',
    },
    example: { zh: '名字显示成 ����.csv 的文件', en: 'a file whose name is shown as ����.csv' },
  },
  'unknown-format': {
    name: { zh: '读不了的格式', en: 'A format that is not read' },
    when: {
      zh: '文件不是文本表格，也不是能读的工作簿或压缩包：图片、PDF、加密的工作簿、损坏的文件。',
      en: 'The file is neither a text table nor a workbook or archive that can be read: a picture, a PDF, an encrypted workbook, a damaged file.',
    },
    mend: {
      zh: '重新从系统导出；去掉密码；或在 Excel 里另存为“CSV UTF-8”。',
      en: 'Export it again, without a password, or save it as “CSV UTF-8” in Excel.',
    },
    example: { zh: '汇总.pdf、带密码的 台账.xlsx', en: 'summary.pdf, a workbook with a password' },
  },
  'damaged-file': {
    name: { zh: '文件损坏', en: 'Damaged file' },
    when: {
      zh: '工作簿或压缩包读到一半就断了：下载不完整，或保存时出错。',
      en: 'A workbook or archive breaks off: the download or the saving was not complete.',
    },
    mend: {
      zh: '重新导出或重新下载；能打开的话另存一份。',
      en: 'Export or download it again; if it opens, save it anew.',
    },
    example: { zh: '只下载了一半的 台账.xlsx', en: 'register.xlsx, half downloaded' },
  },
  'encrypted-file': {
    name: { zh: '有密码的文件', en: 'A file with a password' },
    when: {
      zh: '工作簿或压缩包设了密码，读不了。',
      en: 'A workbook or archive has a password and cannot be read.',
    },
    mend: {
      zh: '打开后另存一份不设密码的；不要把密码写给别人。',
      en: 'Open it and save a copy without a password.',
    },
    example: { zh: '带密码的 findings.xlsx', en: 'findings.xlsx with a password' },
  },
  'unpacks-too-large': {
    name: { zh: '解开太大', en: 'Unpacks too large' },
    when: {
      zh: '压缩包或工作簿解开后大得反常，像是专门用来撑满磁盘的。',
      en: 'An archive or workbook unfolds to an absurd size, as if made to fill the disk.',
    },
    mend: {
      zh: '问清来源；若是真的数据，导出为 CSV，分成几个文件。',
      en: 'Ask where it comes from; if the data are real, export CSV in several files.',
    },
    example: { zh: '1 MB 的包，解开 50 GB', en: '1 MB that unfolds to 50 GB' },
  },
  'too-many-members': {
    name: { zh: '包里文件太多', en: 'Too many files in an archive' },
    when: { zh: '压缩包里的文件太多，不像一次导出。', en: 'An archive holds more files than any export.' },
    mend: {
      zh: '分成几个压缩包，或直接放文件。',
      en: 'Make several archives, or put the files themselves there.',
    },
    example: { zh: '一个包里 5,000 个文件', en: '5,000 files in one archive' },
  },
  'too-many-columns': {
    name: { zh: '列太多', en: 'Too many columns' },
    when: {
      zh: '表的最右边有一格误填的内容，或表格软件存了整片空列。',
      en: 'A stray cell stands far to the right, or a program saved empty columns.',
    },
    mend: { zh: '删去右边多余的列，再保存。', en: 'Delete the columns at the right and save.' },
    example: { zh: '第 16384 列有一个空格', en: 'a blank in column 16384' },
  },
  'too-many-cells': {
    name: { zh: '格子太多', en: 'Too many cells' },
    when: {
      zh: '旧式 .xls 工作簿太大，一次读不进来。',
      en: 'An old .xls workbook is too large to be read at once.',
    },
    mend: { zh: '另存为 .xlsx 或 CSV。', en: 'Save it as .xlsx or CSV.' },
    example: { zh: '60 万格的 .xls', en: 'an .xls of 600,000 cells' },
  },
  'unsafe-path': {
    name: { zh: '指向包外的文件', en: 'A path out of the archive' },
    when: {
      zh: '压缩包里某个文件的路径指向包外，会覆盖别处的文件；整个包不读。',
      en: 'A file in the archive has a path that leads out of it and could overwrite others; the archive is not read.',
    },
    mend: { zh: '问清来源；重新压缩。', en: 'Ask where it comes from; pack the files again.' },
    example: { zh: '../../etc/passwd', en: '../../etc/passwd' },
  },
  'nested-archive': {
    name: { zh: '包中有包', en: 'An archive in an archive' },
    when: { zh: '压缩包里还有压缩包。', en: 'There is an archive inside the archive.' },
    mend: { zh: '先解开外面一层，把里面的文件放进来。', en: 'Unpack the outer one and put its files there.' },
    example: { zh: '全年.zip 里的 一季度.zip', en: 'q1.zip in year.zip' },
  },
  'unsafe-xml': {
    name: { zh: '不安全的 XML', en: 'Unsafe XML' },
    when: {
      zh: '工作簿里有文档类型声明（DOCTYPE），正常的工作簿没有，攻击才有。',
      en: 'The workbook declares a document type, which real ones never do and attacks do.',
    },
    mend: {
      zh: '问清来源；用表格软件打开，另存一份。',
      en: 'Ask where it comes from; open it in a spreadsheet program and save it anew.',
    },
    example: { zh: '<!DOCTYPE …>', en: '<!DOCTYPE …>' },
  },
  'macro-not-run': {
    name: { zh: '没有运行的宏', en: 'Macros that were not run' },
    when: { zh: '工作簿里有宏；从不运行。', en: 'The workbook holds macros; none is ever run.' },
    mend: { zh: '不用处理；最好另存为不带宏的 .xlsx。', en: 'Nothing to do; better save it as .xlsx.' },
    example: { zh: '台账.xlsm', en: 'register.xlsm' },
  },
  'link-not-followed': {
    name: { zh: '没有取的外部链接', en: 'Links that were not followed' },
    when: {
      zh: '工作簿连着别的文件或数据源，用的是保存时的数。',
      en: 'The workbook is linked to other files or sources; the saved values are used.',
    },
    mend: {
      zh: '想要新的数，先在表格软件里更新，再保存。',
      en: 'For newer values update the links in a spreadsheet program and save.',
    },
    example: { zh: "='[汇总.xlsx]Sheet1'!A1", en: "='[total.xlsx]Sheet1'!A1" },
  },
  'formula-not-run': {
    name: { zh: '没有计算的公式', en: 'A formula that was not run' },
    when: { zh: '格子是公式，用的是保存时的结果。', en: 'A cell is a formula; its saved result is used.' },
    mend: { zh: '核对结果；最好粘贴为数值再保存。', en: 'Check the results; better paste them as values.' },
    example: { zh: '=TODAY() 保存时为 2025-09-30', en: '=TODAY(), saved as 2025-09-30' },
  },
  'formula-without-result': {
    name: { zh: '没有结果的公式', en: 'A formula without a result' },
    when: {
      zh: '格子是公式，而文件里没有存它的结果；这里从不计算公式。',
      en: 'A cell is a formula and the file holds no result of it; formulas are never run here.',
    },
    mend: {
      zh: '用表格软件打开，保存一次；最好粘贴为数值。',
      en: 'Open the file in a spreadsheet program and save it; better, paste values.',
    },
    example: { zh: '程序生成、从未打开过的工作簿', en: 'a workbook made by a program and never opened' },
  },
  'error-in-cell': {
    name: { zh: '错误值', en: 'An error value' },
    when: {
      zh: '格子是 #N/A、#REF! 等错误值，按空格处理。',
      en: 'A cell holds #N/A, #REF! or the like and is taken for blank.',
    },
    mend: { zh: '改好公式，或填上内容。', en: 'Mend the formula, or fill in the content.' },
    example: { zh: '#N/A', en: '#N/A' },
  },
  'hidden-sheet': {
    name: { zh: '隐藏的工作表', en: 'A hidden sheet' },
    when: { zh: '隐藏的工作表没有读。', en: 'A hidden sheet was not read.' },
    mend: { zh: '里面若是数据，取消隐藏再保存。', en: 'If it holds data, unhide it and save.' },
    example: { zh: '隐藏的“参数”表', en: 'a hidden sheet “lists”' },
  },
  'hidden-rows': {
    name: { zh: '隐藏的行', en: 'Hidden rows' },
    when: {
      zh: '有些行被隐藏或筛掉了，照样读了。',
      en: 'Some rows are hidden or filtered away; they were read like the others.',
    },
    mend: { zh: '不该算的，删去再保存。', en: 'Delete those that should not count, and save.' },
    example: { zh: '筛选状态下保存的表', en: 'a table saved while filtered' },
  },
  'merged-cells': {
    name: { zh: '合并的单元格', en: 'Merged cells' },
    when: {
      zh: '跨行合并的单元格只有最上一行有内容，下面的行是空的。',
      en: 'Of cells merged over several rows only the uppermost has the content.',
    },
    mend: { zh: '取消合并，把内容填进每一行。', en: 'Unmerge them and fill in every row.' },
    example: { zh: '一个部门名跨了五行', en: 'one department over five rows' },
  },
  'encoded-twice': {
    name: { zh: '转坏的文字', en: 'Text spoilt by a conversion' },
    when: {
      zh: '有些格子的文字被转了两次编码，成了乱码；这里不猜着改。',
      en: 'Some cells were converted twice and are spoilt; nothing is mended by guess.',
    },
    mend: { zh: '从原系统重新导出。', en: 'Export it again from its source.' },
    example: { zh: 'SÃ£o Paulo（São Paulo）', en: 'SÃ£o Paulo (São Paulo)' },
  },
  'unreadable-bytes': {
    name: { zh: '有读不出的字节', en: 'Bytes that cannot be read' },
    when: {
      zh: '文件绝大部分是一种编码，某处的字节却不合这种编码：拼接过两个文件，或被别的软件转坏。',
      en: 'Most of the file is in one encoding, but some bytes are not: two files were joined, or another program spoilt it.',
    },
    mend: {
      zh: '重新从原系统导出；不要用别的软件转编码或拼接。',
      en: 'Export it again from its source. Do not convert or join files.',
    },
    example: { zh: '前半 GB18030、后半 UTF-8 的文件', en: 'half GB18030, half UTF-8' },
  },
  'encoding-unproven': {
    name: { zh: '说不准编码', en: 'Encoding not proven' },
    when: {
      zh: '字节既不是 UTF-8、UTF-16，也不能证明是 GB18030。猜错编码会把字全变成别的字，所以不猜。',
      en: 'The bytes are neither UTF-8 nor UTF-16, nor are they proven to be GB18030. A wrong guess turns every letter into another, so nothing is guessed.',
    },
    mend: {
      zh: '另存为 UTF-8；或在 data/layouts/ 里这种导出的版式文件中写明 encoding，以后都认得。',
      en: 'Save it as UTF-8, or name the encoding in the layout of this export in data/layouts/; it is remembered.',
    },
    example: { zh: 'encoding: windows-1252', en: 'encoding: windows-1252' },
  },
  'empty-file': {
    name: { zh: '空文件', en: 'Empty file' },
    when: { zh: '文件里一个字都没有。', en: 'There is nothing in the file.' },
    mend: {
      zh: '重新导出；确实没有数据，就把文件拿走。',
      en: 'Export it again; if there is nothing to export, take the file away.',
    },
    example: { zh: '0 字节的 visits.csv', en: 'visits.csv of 0 bytes' },
  },
  'no-rows': {
    name: { zh: '只有表头', en: 'A header and nothing under it' },
    when: { zh: '表头下面没有一行数据。', en: 'There is no row under the header.' },
    mend: {
      zh: '检查导出时的筛选条件，重新导出；确实没有数据，就把文件拿走。',
      en: 'Check the filter of the export and export again; if there is nothing, take the file away.',
    },
    example: { zh: 'finding_id,found_on,…（然后结束）', en: 'finding_id,found_on,… and then the end' },
  },
  'unknown-layout': {
    name: { zh: '认不出的表', en: 'Unknown layout' },
    when: {
      zh: '表头既不是本项目的，也不合 data/layouts/ 里的任何一个版式。',
      en: 'The header is neither ours nor that of any layout in data/layouts/.',
    },
    mend: {
      zh: '如果是新的导出，写一个版式文件（README“How to add”），以后同样的导出都认得；如果表头被改过，换回原来的。',
      en: 'For a new kind of export write a layout (README, “How to add”): it is recognised from then on. If somebody changed the header, put it back.',
    },
    example: { zh: '表头：序号, 事项, 得分', en: 'header: No, Item, Score' },
  },
  'list-among-drops': {
    name: { zh: '名单放错了文件夹', en: 'A list in the wrong folder' },
    when: {
      zh: 'drops/ 里有一个文件，表头是 lookup/ 里名单的表头：部门、大厅、放假的日子等。',
      en: 'A file in drops/ has the header of a list of lookup/: departments, halls, holidays and others.',
    },
    mend: {
      zh: '移到 lookup/，名称照提示写；那里已有同名的，把新的行加进去。',
      en: 'Move it into lookup/ under the name that is proposed; where one of that name is there, add the new rows to it.',
    },
    example: { zh: 'drops/halls.csv', en: 'drops/halls.csv' },
  },
  'several-layouts': {
    name: { zh: '合得上的版式不止一个', en: 'Several layouts fit' },
    when: {
      zh: 'data/layouts/ 里有两个或更多版式，要求的列这张表都有，列数也一样多：用哪个都说得通，结果却可能不同。列数不一样多时，用要求最多的那个。',
      en: 'Two or more layouts in data/layouts/ ask for columns that this sheet has, and for as many of them: either could be meant, and they may read it differently. Of layouts that ask for different numbers of columns the one that asks for most is taken.',
    },
    mend: {
      zh: '在该用的版式的 recognise 里，多写一个这张表才有的列；旧版式不再用，就从 data/layouts/ 拿走。',
      en: 'Name one more column that the sheet has under recognise of the layout that is meant; take a layout that is out of use out of data/layouts/.',
    },
    example: {
      zh: 'recognise: [工单号, 受理时间] → recognise: [工单号, 受理时间, 承办单位]',
      en: 'recognise: [No, Received] → recognise: [No, Received, Handled by]',
    },
  },
  'sheet-passed-over': {
    name: { zh: '没有读的工作表', en: 'A sheet that was passed over' },
    when: {
      zh: '工作簿里的这张表、压缩包里的这个文件不像数据表：说明、封面、图表、照片、文书。',
      en: 'A sheet of a workbook or a file in an archive is no table of data: notes, a cover, a chart, a picture, a letter.',
    },
    mend: { zh: '若是数据，请单独放一个文件。', en: 'If it holds data, put it into a file of its own.' },
    example: { zh: '“填表说明”', en: '“How to fill in”' },
  },
  'unknown-survey': {
    name: { zh: '没见过的问卷', en: 'An unknown survey' },
    when: {
      zh: '认得出是问卷平台的导出，但其中的题目还没有登记。',
      en: 'The file is an export of a survey tool, and some of its questions are not in the codebook yet.',
    },
    mend: {
      zh: '运行 npm run describe -- 这个文件：它写好版式和题目，您核对后再运行一次。',
      en: 'Run npm run describe -- FILE: it writes a layout and codebook for you to correct; then run again.',
    },
    example: { zh: '新一期的问卷星导出', en: 'the export of a new questionnaire' },
  },
  'form-definition': {
    name: { zh: '表单定义', en: 'A form definition' },
    when: {
      zh: '文件是表单的定义（XLSForm），里面没有答卷。',
      en: 'The file defines a form (XLSForm) and holds no responses.',
    },
    mend: {
      zh: '不用处理；npm run describe 会从里面取题目和选项的文字。',
      en: 'Nothing to do; npm run describe takes the words of questions and answers from it.',
    },
    example: { zh: 'survey、choices 两张表的 .xlsx', en: 'an .xlsx with the sheets survey and choices' },
  },
  'unknown-column': {
    name: { zh: '不知道是什么的列', en: 'Unknown column' },
    when: {
      zh: '表里多出一列，没有说明是什么；或者没有列名的格子里有内容。',
      en: 'There is a column that nothing is known of, or a cell under a column without a name.',
    },
    mend: {
      zh: '列名写错的改对；不用的列删去，或在版式的 ignore 里列出。',
      en: 'Mend the name, take the column out, or list it under ignore in the layout.',
    },
    example: { zh: 'departmnet → department', en: 'departmnet → department' },
  },
  'repeated-column': {
    name: { zh: '重复的列', en: 'Repeated column' },
    when: {
      zh: '两列同名，不知道该用哪一列。',
      en: 'Two columns have one name; it cannot be told which one counts.',
    },
    mend: { zh: '留下对的一列，另一列删去或改名。', en: 'Keep the right one; take out or rename the other.' },
    example: { zh: 'finding_id,title_zh,title_zh', en: 'finding_id,title_zh,title_zh' },
  },
  'missing-column': {
    name: { zh: '缺少的列', en: 'Missing column' },
    when: {
      zh: '没有它就说不清每一行是什么的列不在。',
      en: 'A column is missing without which rows mean nothing.',
    },
    mend: {
      zh: '导出时勾选这一列；或在版式里写明用哪一列代替。',
      en: 'Export that column too, or name another one in the layout.',
    },
    example: { zh: '问题表没有 department', en: 'findings without department' },
  },
  'repeated-header': {
    name: { zh: '重复的表头', en: 'The header again' },
    when: {
      zh: '表中间又出现一行表头：几张表拼在了一起。没有当作数据。',
      en: 'The header stands there again among the rows: several tables were joined. It is not taken for data.',
    },
    mend: { zh: '不用处理。', en: 'Nothing to do.' },
    example: { zh: '第 501 行又是 finding_id,…', en: 'row 501 is finding_id,… again' },
  },
  'total-row': {
    name: { zh: '合计行', en: 'A row of totals' },
    when: { zh: '最后的合计、小计行没有当作数据。', en: 'A row of totals is not taken for data.' },
    mend: { zh: '不用处理。', en: 'Nothing to do.' },
    example: { zh: '合计, 312', en: 'Total, 312' },
  },
  'note-row': {
    name: { zh: '附注行', en: 'A note' },
    when: {
      zh: '表下面的制表人、说明等没有当作数据。',
      en: 'A note above or under the table is not taken for data.',
    },
    mend: { zh: '不用处理。', en: 'Nothing to do.' },
    example: { zh: '制表：王某', en: 'Source: city portal' },
  },
  'row-too-short': {
    name: { zh: '行太短', en: 'Row too short' },
    when: {
      zh: '这一行的格数比表头少，后面的格子都可能错了位。',
      en: 'The row has fewer cells than the header: what follows may stand in the wrong column.',
    },
    mend: {
      zh: '对照原系统补上分隔符；最好重新导出。',
      en: 'Compare with the source and put the separator back; better, export again.',
    },
    example: {
      zh: 'F-12,problem,2025-03-01（表头有 6 列）',
      en: 'F-12,problem,2025-03-01 under six columns',
    },
  },
  'row-too-long': {
    name: { zh: '行太长', en: 'Row too long' },
    when: {
      zh: '这一行的格数比表头多：文字里有逗号而没有加引号。',
      en: 'The row has more cells than the header: a text holds a comma and is not quoted.',
    },
    mend: {
      zh: '给那一格加上英文引号，或重新导出。',
      en: 'Put that cell into double quotes, or export again.',
    },
    example: {
      zh: '窗口少,等太久 → "窗口少,等太久"',
      en: 'few windows, long wait → "few windows, long wait"',
    },
  },
  'mixed-line-ends': {
    name: { zh: '换行符不一致', en: 'Several kinds of line ends' },
    when: {
      zh: '一个文件里有的行以回车换行结尾，有的只有换行：多半是把 Windows 和别的系统导出的文件拼在了一起。程序照第一行的认，后面的就连成了一行。',
      en: 'Some lines end in carriage return and line feed, others in one of them: most likely exports of two systems were joined. The first line decides, and those that end otherwise run together.',
    },
    mend: {
      zh: '重新导出，两个文件分别放进 data/drops/，不必合并。改不了的，用 Excel 打开，核对行数和编号开头的 0，另存为 .xlsx；或在记事本里全选、复制，粘贴到新文件，存为 UTF-8。',
      en: 'Export again and put both files into data/drops/ by themselves. Or open it in Excel, look at the number of rows and the zeros in front of ids, and save it as .xlsx; or in Notepad copy all of it into a new file and save that as UTF-8.',
    },
    example: { zh: '把 4 月的 CSV 接在 3 月的后面', en: 'the CSV of April put under that of March' },
  },
  'broken-quotes': {
    name: { zh: '引号不配对', en: 'Broken quotes' },
    when: {
      zh: '一个引号开了没有关，后面的行都被当成同一格。',
      en: 'A quote is opened and never closed, and the rows below are taken for one cell.',
    },
    mend: {
      zh: '到所指的行补上引号；文字里的引号要写两个。',
      en: 'Close the quote in the row named; a quote inside a text is written twice.',
    },
    example: { zh: '"窗口说"不行" → "窗口说""不行"""', en: '"they said "no" → "they said ""no"""' },
  },
  'cell-too-long': {
    name: { zh: '格子太长', en: 'Cell too long' },
    when: {
      zh: '一格里的字多得不像一段文字，多半是引号没有配对，把下面的行吞了进来。',
      en: 'A cell is longer than any text: most likely an open quote swallowed the rows below.',
    },
    mend: { zh: '检查这一行的引号。', en: 'Look at the quotes of that row.' },
    example: { zh: '一格 12 万字的标题', en: 'a title of 120,000 characters' },
  },
  'formula-in-cell': {
    name: { zh: '像公式的文字', en: 'Formula in a text' },
    when: {
      zh: '文字以 = + - @ 开头，像表格公式；别人下载后用 Excel 打开，可能会被执行。',
      en: 'A text begins with = + - or @ like a formula; a reader’s spreadsheet might run it.',
    },
    mend: {
      zh: '改成文字。确为原文，可在 programme.yaml 的 tolerate 里写 formula-in-cell，网站当文字显示，下载时加保护。',
      en: 'Make it words. If it is meant so, write formula-in-cell under tolerate in programme.yaml: it is shown as text and made harmless in downloads.',
    },
    example: { zh: '=HYPERLINK("http://…")', en: '=HYPERLINK("http://…")' },
  },
  'markup-in-cell': {
    name: { zh: '网页代码', en: 'Markup in a text' },
    when: { zh: '文字里有 HTML 标签或脚本。', en: 'A text holds HTML tags or a script.' },
    mend: {
      zh: '删去。确为原文，可在 programme.yaml 的 tolerate 里写 markup-in-cell，网站当文字显示。',
      en: 'Take it out. If it is meant so, write markup-in-cell under tolerate in programme.yaml: it is shown as text.',
    },
    example: { zh: '<b>急</b>', en: '<b>urgent</b>' },
  },
  'personal-data': {
    name: { zh: '可能认出个人', en: 'Somebody may be recognised' },
    when: {
      zh: '要公布的文字（标题、描述、说明、答复，各名录里的名称和释义，版式里的题目和答案，programme.yaml 里的名称）里有电话、证件号、银行卡、邮箱、社交账号、车牌、护照、住址或姓名。这一行先不用，网站不会公布。',
      en: 'A text to be published (title, description, note, reply, a name or meaning in a list, a question or answer in a layout, a name in programme.yaml) holds a telephone, identity or card number, e-mail, account, number plate, passport, address or name. The row is held back and nothing of it is published.',
    },
    mend: {
      zh: '看建议的改写。同意：npm run check -- --accept 校验值；另写：--accept "校验值,redacted,新的文字"；其实不涉及个人：--accept 校验值,kept；全部同意：--accept redactions。决定记在 data/lookup/redactions.csv，只记校验值和替换文字，以后不再问。名录和设置里的文字，也可以直接在那里改掉。办公电话、热线等本来公开的号码，写进 programme.yaml 的 public_contacts。',
      en: 'Read the proposal. To agree: npm run check -- --accept HASH. In other words: --accept "HASH,redacted,new text". If nobody is in it: --accept HASH,kept. To agree to all: --accept redactions. The decision is kept in data/lookup/redactions.csv, as hash and replacement only, and not asked again. A text of a list or of settings may as well be written otherwise where it stands. Numbers that are public anyway belong under public_contacts in programme.yaml.',
    },
    example: {
      zh: '联系人张三丰，电话13800138000 → 联系人［姓名］，电话［电话号码］',
      en: 'contact: John Smith, 617-555-0143 → contact: [name], [telephone]',
    },
  },
  'personal-file-name': {
    name: { zh: '文件名涉及个人', en: 'Personal data in the name of a file' },
    when: {
      zh: '文件名、工作表名或压缩包里的文件名有姓名、电话、证件号等。每个文件读了几行、用了几行会公布，名称也在其中。',
      en: 'The name of a file, of a sheet or of a file in an archive holds a name, a number or the like. How many rows of each were read and used is published, and its name with that.',
    },
    mend: {
      zh: '改成不带个人信息的名称，例如 投诉-2025-03.xlsx。',
      en: 'Give it a name without personal data, as complaints-2025-03.xlsx.',
    },
    example: { zh: '投诉_张女士_13800138000.xlsx', en: 'complaint_Mr Smith_13800138000.xlsx' },
  },
  'missing-value': {
    name: { zh: '必填的是空的', en: 'Required and blank' },
    when: { zh: '必须填写的格子是空的。', en: 'A cell that must be filled in is blank.' },
    mend: {
      zh: '补上；补不上的，把这一行拿走。',
      en: 'Fill it in; if that cannot be done, take the row away.',
    },
    example: { zh: '没有 found_on 的问题', en: 'a finding without found_on' },
  },
  'bad-id': {
    name: { zh: '编号不合规', en: 'Bad id' },
    when: {
      zh: '编号里有空格、斜线、汉字等不能放进网址的字符，或超过 80 个字符。',
      en: 'An id holds blanks, slashes or other characters that an address cannot hold, or is longer than 80.',
    },
    mend: { zh: '编号只用字母、数字和 . _ -。', en: 'Use letters, digits and . _ - only.' },
    example: { zh: '2025/03/12 → 2025-03-12', en: '2025/03/12 → 2025-03-12' },
  },
  'reserved-id': {
    name: { zh: '编号已有用处', en: 'Reserved id' },
    when: {
      zh: '名录里有一项的编号是 all；公布的表用它指整个项目。',
      en: 'An entry of a list has the id all, by which published tables mean the whole programme.',
    },
    mend: { zh: '换一个编号。', en: 'Take another id.' },
    example: { zh: 'all → all-halls', en: 'all → all-halls' },
  },
  'ends-before-start': {
    name: { zh: '结束早于开始', en: 'Ends before it starts' },
    when: {
      zh: '名录里 until 早于 since，或 ends_on 早于 starts_on。',
      en: 'In a list until is before since, or ends_on before starts_on.',
    },
    mend: { zh: '改正其中一个日期。', en: 'Mend one of the two dates.' },
    example: { zh: 'since 2025-10-01，until 2024-09-30', en: 'since 2025-10-01, until 2024-09-30' },
  },
  'bad-date': {
    name: { zh: '不是日期', en: 'Not a date' },
    when: {
      zh: '日期不存在，或写法不是这种表的写法。日和月可能颠倒的写法不猜。',
      en: 'There is no such day, or it is not written as this kind of table writes dates. Day and month are never guessed.',
    },
    mend: {
      zh: '照所示的写法改正；整列都是另一种写法时，在版式的 dates 里写明。',
      en: 'Write it as shown; if the whole column is written otherwise, say so under dates in the layout.',
    },
    example: { zh: '2025-02-30、05/13/2025', en: '2025-02-30, 05/13/2025' },
  },
  'serial-date': {
    name: { zh: '日期的序号', en: 'A serial date' },
    when: {
      zh: '日期存成了表格软件的序号，已换算。',
      en: 'A date is stored as the number by which spreadsheets count days; it was converted.',
    },
    mend: {
      zh: '核对一两个；不对的话，导出前把这一列设成日期格式。',
      en: 'Check one or two; if wrong, format the column as dates before exporting.',
    },
    example: { zh: '45728 → 2025-03-12', en: '45728 → 2025-03-12' },
  },
  'sentinel-date': {
    name: { zh: '表示没有的日期', en: 'A day that stands for none' },
    when: {
      zh: '有的系统用 1900-01-01 之类表示没有日期，按空格处理。',
      en: 'Some systems write 1900-01-01 or the like where they have no date; taken for blank.',
    },
    mend: { zh: '不用处理；真有日期的补上。', en: 'Nothing to do; if there is a date, fill it in.' },
    example: { zh: '1900-01-01', en: '1900-01-01' },
  },
  'bad-time': {
    name: { zh: '不是钟点', en: 'Not a time of day' },
    when: { zh: '时间不是 00:00 到 23:59。', en: 'The time is not between 00:00 and 23:59.' },
    mend: { zh: '写成 15:30 或 15:30:05。', en: 'Write it as 15:30 or 15:30:05.' },
    example: { zh: '下午三点、25:10', en: 'half past three, 25:10' },
  },
  'bad-count': {
    name: { zh: '不是数', en: 'Not a count' },
    when: { zh: '应为非负整数的格子里有别的东西。', en: 'A cell that holds a count holds something else.' },
    mend: { zh: '只写数字，可以有千位逗号。', en: 'Write digits only; thousands separators are taken.' },
    example: { zh: '约 300、12.5', en: 'about 300, 12.5' },
  },
  'unknown-code': {
    name: { zh: '不认识的用词', en: 'Unknown word' },
    when: {
      zh: '这一列只能写几个固定的词，这一格写了别的；或问卷答案不在题目的选项里。',
      en: 'The column takes a few fixed words and the cell holds another; or an answer is none of those that the question lists.',
    },
    mend: {
      zh: '改成所列的词；对方系统用词不同的，在版式的 values 里写明各是哪一个；问卷的新选项补进 choices.csv。',
      en: 'Use one of the words listed. If the other system has words of its own, name them under values in the layout; add a new answer to choices.csv.',
    },
    example: { zh: '严重 → 较重', en: 'grave → serious' },
  },
  'unknown-name': {
    name: { zh: '名录里没有的名称', en: 'A name that no list has' },
    when: {
      zh: '部门、大厅、事项、类别或届次的名称不在 data/lookup/ 的名录里，也没有记过这种写法。',
      en: 'A department, hall, service, category or cohort is not in its list in data/lookup/, nor among the spellings learnt.',
    },
    mend: {
      zh: '若是所列的一个：运行提示里的 npm run check -- --accept "…"，写法记入 spellings.csv，以后都认得。若是新单位：补进名录。若写错：改正文件。一格写了几个部门：一行只算在牵头的名下，协办的写进标题或描述。',
      en: 'If it is one of those named: run the npm run check -- --accept "…" that is shown; the spelling goes into spellings.csv and is known from then on. If it is new, add it to the list; if it is wrong, mend the file. Several departments in one cell: a row counts for the one that leads; name the others in title or description.',
    },
    example: {
      zh: '医保中心 → npm run check -- --accept "departments,医保中心,healthcare"',
      en: 'Tax Offce → npm run check -- --accept "departments,Tax Offce,tax"',
    },
  },
  'missing-lookup': {
    name: { zh: '缺少名录', en: 'Missing list' },
    when: {
      zh: '文件里提到大厅、事项等，而名录文件不在。',
      en: 'A drop names a hall or the like, and there is no such list.',
    },
    mend: {
      zh: '在 data/lookup/ 里建这个 CSV，第一行写所示的表头。',
      en: 'Make that CSV in data/lookup/ with the header shown.',
    },
    example: { zh: 'lookup/halls.csv：id,name_zh,name_en', en: 'lookup/halls.csv: id,name_zh,name_en' },
  },
  'department-ended': {
    name: { zh: '部门已撤销', en: 'The department has ended' },
    when: {
      zh: '日期晚于部门在 departments.csv 里的 until，而没有写由谁接替。',
      en: 'The date is after the until of the department in departments.csv, and no successor is named.',
    },
    mend: {
      zh: '日期错的改日期；部门错的改部门；有接替单位的，在 departments.csv 的 successor 写它的编号。',
      en: 'Mend the date or the department; if another took over, name it under successor in departments.csv.',
    },
    example: {
      zh: '2025-06-02 的问题，部门 until 为 2025-03-31',
      en: 'a finding of 2025-06-02, until 2025-03-31',
    },
  },
  'department-succeeded': {
    name: { zh: '归到接替的部门', en: 'Counted for the successor' },
    when: {
      zh: '日期晚于旧部门的 until，departments.csv 写明了接替单位，所以算在接替单位名下。',
      en: 'The date is after the until of the old department, and departments.csv names a successor: it counts for the successor.',
    },
    mend: {
      zh: '不用处理。日期若是错的，请改正。',
      en: 'Nothing to do, unless the date is wrong.',
    },
    example: {
      zh: '大数据中心（2025-03-31 止）→ 数据局',
      en: 'Big Data Centre (until 2025-03-31) → Data Bureau',
    },
  },
  'department-not-yet': {
    name: { zh: '部门尚未成立', en: 'The department did not exist yet' },
    when: {
      zh: '日期早于部门在 departments.csv 里的 since。',
      en: 'The date is before the since of the department in departments.csv.',
    },
    mend: {
      zh: '日期错的改日期；当时归别的部门管的，写当时的部门；since 写错的，改 departments.csv。',
      en: 'Mend the date, name the department of that time, or mend since in departments.csv.',
    },
    example: { zh: '2018 年的问题，部门 since 为 2019-03-01', en: 'a finding of 2018, since 2019-03-01' },
  },
  'spelling-twice': {
    name: { zh: '一种写法，两个编号', en: 'One spelling, two ids' },
    when: {
      zh: 'spellings.csv 里同一名录的同一种写法指向两个不同的编号，说不清是哪一个。',
      en: 'In spellings.csv one spelling of one list stands for two different ids: which one is meant cannot be told.',
    },
    mend: {
      zh: '只留对的一行；数据里两个都用这种写法的，请在数据里直接写编号。',
      en: 'Keep the right row; if drops mean both by it, write the id into the drops.',
    },
    example: {
      zh: 'departments,市局,police 和 departments,市局,tax',
      en: 'departments,City Bureau,police and departments,City Bureau,tax',
    },
  },
  'unused-spelling': {
    name: { zh: '用不到的写法', en: 'Unused spelling' },
    when: {
      zh: 'spellings.csv 里的一种写法，现在没有任何文件用到。',
      en: 'No drop uses a spelling that spellings.csv lists.',
    },
    mend: { zh: '可以删去那一行，也可以留着。', en: 'Take the line out, or leave it.' },
    example: { zh: 'departments,市人社,hrss', en: 'departments,Soc Sec,hrss' },
  },
  'unused-redaction': {
    name: { zh: '用不到的改写', en: 'Unused redaction' },
    when: {
      zh: 'redactions.csv 里的一个决定，现在没有任何文字用到：原文已改，或文件已拿走。',
      en: 'No text uses a decision of redactions.csv any more: the text was changed or the file taken away.',
    },
    mend: { zh: '可以删去那一行，也可以留着。', en: 'Take the line out, or leave it.' },
    example: { zh: '3fa94c…,redacted,…', en: '3fa94c…,redacted,…' },
  },
  'repeated-row': {
    name: { zh: '完全相同的行', en: 'Repeated row' },
    when: {
      zh: '同一编号、同样内容的行在同一文件里又出现了一次。',
      en: 'A row with the same id and content stands in one drop again.',
    },
    mend: { zh: '不用处理，只算一次。', en: 'Nothing to do: it counts once.' },
    example: { zh: 'F-12 在一份导出里有两行', en: 'F-12 in two rows of one export' },
  },
  'rows-given-again': {
    name: { zh: '前面的文件里已有的行', en: 'Rows given again' },
    when: {
      zh: '后来的文件里，有的行与前面文件里的编号和内容都一样，例如每个季度都导出整本台账。每个文件只说有多少行，文件随一期发布以后不再说。',
      en: 'Some rows of a drop have id and content of rows of an earlier one, as where the whole register is exported each quarter. How many is said for each drop, until a release has had it.',
    },
    mend: { zh: '不用处理，只算一次。', en: 'Nothing to do: they count once.' },
    example: { zh: '两次导出都有 F-12', en: 'F-12 in two exports' },
  },
  'conflicting-row': {
    name: { zh: '同一编号，内容不同', en: 'One id, different content' },
    when: {
      zh: '同一文件里，一个编号出现两次而内容不同，不知道哪一行对。',
      en: 'One file gives an id twice with different content; it cannot be told which is right.',
    },
    mend: {
      zh: '留下对的一行。若后一行是更正，请放进另一个名称排在后面的文件。',
      en: 'Keep the right one. A correction belongs into another file whose name sorts later.',
    },
    example: { zh: 'F-12 一行写公安局，一行写税务局', en: 'F-12 once for Police, once for Tax' },
  },
  'vanished-finding': {
    name: { zh: '完整导出里少了一件', en: 'A finding vanished from a full export' },
    when: {
      zh: '声明为完整的导出，缺了同一系列上一次导出里有的问题，也没有撤回、重复或转交的记录。已公布的问题不能不声不响地消失。',
      en: 'An export declared as full lacks a finding that the one before had, and no event says that it was withdrawn, merged or passed on. What was published cannot vanish without a word.',
    },
    mend: {
      zh: '已撤回：补一条 withdrawn 事件；并入另一件：补一条 duplicate 事件并写 other_finding；漏导：重新导出。这一份本来只有一部分（如只导了新增的）：在 exports 的最前面写它的文件名和 part。暂时说不清的，在 tolerate 里写 vanished-finding，问题照旧保留并在数据质量里注明。',
      en: 'If it was withdrawn, add a withdrawn event; if merged, a duplicate event with other_finding; if the export is wrong, export again; if this file was never meant to hold everything, as where only what is new was exported, write its name with part, first under exports. If it cannot be said yet, write vanished-finding under tolerate: the finding stays as it was, and the quality table says so.',
    },
    example: { zh: '3 月导出有 F-12，6 月没有', en: 'F-12 in the export of March, not in that of June' },
  },
  'vanished-record': {
    name: { zh: '完整导出里少了记录', en: 'Records vanished from a full export' },
    when: {
      zh: '声明为完整的导出，缺了同一系列上一次导出里有的答卷、走访、事件或业务量。以后一次为准，不再计入。',
      en: 'An export declared as full lacks responses, visits, events or transactions that the one before had. The later one holds; they no longer count.',
    },
    mend: {
      zh: '确认是有意删除的（测试答卷、应本人要求删除）；若是漏导，重新导出。',
      en: 'Make sure that they were taken out on purpose (tests, a person’s wish); if not, export again.',
    },
    example: { zh: '上次 812 份答卷，这次 809 份', en: '812 responses before, 809 now' },
  },
  'looks-complete': {
    name: { zh: '像是完整导出', en: 'Looks like a full export' },
    when: {
      zh: '文件几乎包含此前所有的问题，却少了几件，而没有声明它是完整的还是增量的。',
      en: 'The file holds nearly all findings so far but lacks a few, and nothing says whether it is full or a part.',
    },
    mend: {
      zh: '在 programme.yaml 的 exports 里写明，如 "findings-*.csv": full；增量的写 part。',
      en: 'Say so under exports in programme.yaml, as "findings-*.csv": full; for parts write part.',
    },
    example: { zh: 'exports: { "findings-*.csv": full }', en: 'exports: { "findings-*.csv": full }' },
  },
  'unknown-finding': {
    name: { zh: '没有这件问题', en: 'No such finding' },
    when: {
      zh: '事件、“重复于”或“再次发生”指向的编号，任何文件里都没有。',
      en: 'An event, a duplicate or a recurrence names an id that no drop has.',
    },
    mend: {
      zh: '检查编号；或把那件问题所在的文件也放进来。',
      en: 'Check the id, or add the drop that holds that finding.',
    },
    example: { zh: 'F-0012 写成 F-012', en: 'F-012 for F-0012' },
  },
  'finding-circle': {
    name: { zh: '绕回自己', en: 'In a circle' },
    when: {
      zh: '一件问题写成重复于自己或从自己再次发生，或几件互相指、绕成一圈：那样哪一件都不算数。重复于一件本身也是重复的，不算错。',
      en: 'A finding is said to be a duplicate or a recurrence of itself, or several are of one another: then none of them would count. A duplicate of a duplicate is fine.',
    },
    mend: {
      zh: '找出最先的一件，改正或删去它指向别件的那一格；duplicate 事件写错的，删去那一行。',
      en: 'Find the first of them and correct or clear the cell in which it names another; if a duplicate event is wrong, take its row out.',
    },
    example: {
      zh: 'F-0012 重复于 F-0013，F-0013 又重复于 F-0012',
      en: 'F-0012 is a duplicate of F-0013, and F-0013 of F-0012',
    },
  },
  'no-department': {
    name: { zh: '没有责任部门', en: 'No department' },
    when: {
      zh: '问题没有写由哪个部门负责。',
      en: 'Nothing says which department is to answer for the finding.',
    },
    mend: { zh: '补上责任部门。', en: 'Fill in the department.' },
    example: { zh: 'department 为空', en: 'department is blank' },
  },
  'event-before-found': {
    name: { zh: '早于发现之日', en: 'Before it was found' },
    when: { zh: '整改、回复等日期早于发现之日。', en: 'A reply or remedy is dated before the finding.' },
    mend: {
      zh: '改正其中一个日期。来源如此、改不了的，在 tolerate 里写 event-before-found：问题保留，但不进入时间统计。',
      en: 'Mend one of the dates. If the source has it so, write event-before-found under tolerate: the finding stays and is left out of time statistics.',
    },
    example: { zh: '发现 2025-03-10，整改 2025-03-01', en: 'found 2025-03-10, fixed 2025-03-01' },
  },
  'after-cutoff': {
    name: { zh: '晚于截止日', en: 'After the cut-off' },
    when: {
      zh: '日期晚于数据截止日，这一行暂不计入，数据质量表里记数。',
      en: 'The date is after the cut-off: the row does not count yet, and the quality table counts it.',
    },
    mend: { zh: '不用处理；截止日后移时会计入。', en: 'Nothing to do; it counts when the cut-off moves on.' },
    example: { zh: '截止 2025-09-30，走访 2025-10-08', en: 'cut-off 2025-09-30, visit 2025-10-08' },
  },
  'after-today': {
    name: { zh: '日期晚于今天', en: 'After today' },
    when: {
      zh: '记录的日期还没有到（按项目的时区）。只在检查、生成、发布和工作台上提示，不公布。',
      en: 'The date of a record is yet to come, by the time zone of the programme. Said by check, build, release and the desk only, never published.',
    },
    mend: {
      zh: '多半是年或月写错了。在原来的文件里改正：cutoff 为 latest 时，最晚的日期就是数据截止日，写错一个，时期会提前结束，未到期的问题会变成逾期。在后来的文件里更正不够。',
      en: 'Most likely the year or the month is wrong. Mend it in the drop itself: where cutoff is latest the latest date is the cut-off, and one typo closes periods and makes findings overdue too early. A correction in a later drop is not enough.',
    },
    example: { zh: '2026-12-29（应为 2026-11-29）', en: '2026-12-29 for 2026-11-29' },
  },
  'update-passed': {
    name: { zh: '下次更新的日期已过', en: 'Next update gone by' },
    when: {
      zh: 'programme.yaml 的 next_update 早于数据截止日，或早于今天；网站仍会把它写成“下次更新”。',
      en: 'next_update in programme.yaml is before the cut-off, or before today; the site would still show it as yet to come.',
    },
    mend: {
      zh: '改成下一次更新的日期；定不下来就删去这一行，网站不写。',
      en: 'Write the date of the next update; if it is not known take the line out, and the site says none.',
    },
    example: {
      zh: 'next_update: 2026-01-15，数据截至 2026-03-31',
      en: 'next_update: 2026-01-15, data to 2026-03-31',
    },
  },
  'deadlines-changed': {
    name: { zh: '期限改了', en: 'Deadlines changed' },
    when: {
      zh: 'programme.yaml 的 deadlines 和上一期发布时不同，又没有写从前的用到哪天：几年前按期改好的，也会变成迟。',
      en: 'deadlines in programme.yaml differ from those of the last release, and nothing says until when those held: what was fixed on time years ago would become late.',
    },
    mend: {
      zh: '在 earlier_deadlines 里写从前的期限和用到哪天，报告里有现成的一行；到那天为止反馈的照旧。',
      en: 'Write the earlier limits and their last day under earlier_deadlines; the report has the line ready. What was sent by then keeps them.',
    },
    example: { zh: 'ordinary 20 → 15', en: 'ordinary 20 → 15' },
  },
  'question-reworded': {
    name: { zh: '题目改了问法', en: 'Question reworded' },
    when: {
      zh: 'questions.csv 里一道题的问法和上一期发布时不同，编号没有变。',
      en: 'The words of a question in questions.csv are others than in the last release, its id is the same.',
    },
    mend: {
      zh: '问法变了，前后的回答就不能放在一起比：给新问法一个新编号，老题留着，它的回答照旧公布。只是改错字，不用管。',
      en: 'Answers to other words cannot be compared: give the new words an id of their own and keep the old question, whose answers stay public. Where only a slip was mended leave it.',
    },
    example: {
      zh: '“您满意吗？”改成“您清楚怎么办吗？”',
      en: '“How satisfied are you?” became “Was it clear to you?”',
    },
  },
  'due-date-differs': {
    name: { zh: '期限不同', en: 'Another deadline' },
    when: {
      zh: '来源给的期限与按工作日规则算出的不同，采用来源的。',
      en: 'The deadline given differs from the one that the working-day rule gives; the given one is used.',
    },
    mend: { zh: '来源错了就改来源。', en: 'Mend the source if it is wrong.' },
    example: { zh: '给 2025-03-20，算出 2025-03-24', en: 'given 2025-03-20, computed 2025-03-24' },
  },
  'calendar-ends': {
    name: { zh: '工作日历快到头了', en: 'The calendar ends soon' },
    when: {
      zh: '从数据截至日起，最长的期限超出了已知的工作日历。还不妨碍生成；等到真有一件的期限落在外面，就生成不了了。',
      en: 'Counted from the cut-off, the longest deadline lies beyond the calendar that is known. Nothing stops yet; it will as soon as a finding has its deadline there.',
    },
    mend: {
      zh: '国务院的通知一般十一月公布；公布了就照它在 lookup/special_days.csv 里写好，写法见下一条。',
      en: 'The notice of the State Council usually comes in November: list its days in lookup/special_days.csv as soon as it is out; the next entry says how.',
    },
    example: {
      zh: '截至 2026-12-01，期限最长 30 个工作日',
      en: 'cut-off 2026-12-01, longest deadline 30 working days',
    },
  },
  'calendar-missing': {
    name: { zh: '没有工作日历', en: 'No calendar' },
    when: {
      zh: '要算期限的年份，工具还不知道哪天放假、哪天调休：国务院每年十一月前后公布下一年的安排，有的比这个版本晚。',
      en: 'A deadline falls into a year whose holidays this version does not know: the State Council announces those of a year the November before, and some came later than the version.',
    },
    mend: {
      zh: '检查年份；没有错的，照国务院通知在 lookup/special_days.csv 里写，第一行是 day,working，以后一天一行：放假的周一至周五写 false，调休上班的周末写 true。别的网站上这一年的 special_days.csv 可以照搬。',
      en: 'Check the year; if it is right, list the days of the notice in lookup/special_days.csv: day,working in the first row, then one day a row, holidays from Monday to Friday as false, weekend days that are worked as true. special_days.csv of another site that has the year can be taken as it is.',
    },
    example: { zh: '2026-12-29 反馈，期限落在 2027 年', en: 'sent 2026-12-29, due in 2027' },
  },
  'bad-margin': {
    name: { zh: '总体构成有误', en: 'Population does not hold together' },
    when: {
      zh: 'margins.csv 里有名录没有的一类、重复的一类、人数为零的一类，或几个维度的合计不相等。',
      en: 'margins.csv has a category that the list lacks, one twice, one without anybody, or dimensions with different totals.',
    },
    mend: {
      zh: '从同一来源、同一时期取各维度的人数；没有可信的总体，就删去这个文件，照样公布未加权的数。',
      en: 'Take all dimensions from one source and period; without a population to trust, delete the file: the unweighted figures are published all the same.',
    },
    example: { zh: 'channel 合计 52,000，hall 合计 51,400', en: 'channel adds up to 52,000, hall to 51,400' },
  },
  'engine-unreachable': {
    name: { zh: '连不上计数的引擎', en: 'The engine cannot be reached' },
    when: {
      zh: 'programme.yaml 的 engine 写了 Spark 或 PostgreSQL，而它没有应答，或不认这个账号。',
      en: 'engine in programme.yaml names Spark or PostgreSQL, and it does not answer, or does not know the account.',
    },
    mend: {
      zh: '检查地址、网络、账号。密码不写进设置，放在环境变量 PGPASSWORD 或 ~/.pgpass。原来的网站没有动。',
      en: 'Check address, network and account. A password is not written into the settings: PGPASSWORD or ~/.pgpass holds it. The last site stands.',
    },
    example: { zh: 'connect ECONNREFUSED 10.0.0.7:5432', en: 'connect ECONNREFUSED 10.0.0.7:5432' },
  },
  'engine-too-old': {
    name: { zh: '引擎不懂我们的语句', en: 'The engine does not understand our statements' },
    when: {
      zh: 'Spark 早于 3.4，或 PostgreSQL 协议的集群没有 GROUPING SETS。',
      en: 'Spark is older than 3.4, or a cluster of the PostgreSQL protocol has no GROUPING SETS.',
    },
    mend: {
      zh: '升级引擎；升不了，用 by-hand：npm run tally:sql 打印语句，数完再放回来。',
      en: 'Use a newer one; where that cannot be, by-hand: npm run tally:sql prints the statements and takes the counts back.',
    },
    example: { zh: 'Spark 3.3.4', en: 'Spark 3.3.4' },
  },
  'engine-misses': {
    name: { zh: '引擎里没有那张表', en: 'The engine lacks a table' },
    when: {
      zh: 'engine 的 responses 指的表、路径不在，或缺了一列。',
      en: 'The table or path that responses names is not there, or lacks a column.',
    },
    mend: {
      zh: '改对名称；缺列的，按 README“用自己的仓库计数”里的列名建一个视图。',
      en: 'Correct the name; for a column that is missing make a view with the columns that README “Counting in a warehouse” lists.',
    },
    example: {
      zh: 'relation "survey.responses" does not exist',
      en: 'relation "survey.responses" does not exist',
    },
  },
  'engine-forbids': {
    name: { zh: '账号没有权限', en: 'The account lacks a right' },
    when: {
      zh: '账号不能读答卷，或不能建临时表。',
      en: 'The account may not read the responses, or may not make temporary tables.',
    },
    mend: {
      zh: '请仓库管理员给权限。除此之外什么也不要：程序不写永久的表。',
      en: 'Ask the keeper of the warehouse for it. Nothing else is needed: no lasting table is ever written.',
    },
    example: { zh: 'permission denied for table responses', en: 'permission denied for table responses' },
  },
  'engine-failed': {
    name: { zh: '引擎没有数完', en: 'The engine did not finish' },
    when: {
      zh: '数到一半，节点全掉了、内存不够、磁盘满了，或连接断了。',
      en: 'While it counted all nodes were lost, memory or disk ran out, or the connection broke.',
    },
    mend: {
      zh: '看引擎的日志，再运行一次。只掉一个节点不要紧，Spark 自己补上。原来的网站没有动。',
      en: 'Look into its logs and run again. One lost node does not matter: Spark makes up for it. The last site stands.',
    },
    example: { zh: 'Connection terminated unexpectedly', en: 'Connection terminated unexpectedly' },
  },
  'engine-repeats': {
    name: { zh: '仓库里一份答卷有几行', en: 'A response stands twice in the warehouse' },
    when: {
      zh: 'engine 的 responses 指的表里，同一个 response_id 有几行。',
      en: 'In the table that responses names, several rows have the same response_id.',
    },
    mend: {
      zh: '在仓库里只留每份答卷的最后一行，或让 responses 指一个这样的视图。数据文件里的更正由程序处理，仓库里的由仓库处理。',
      en: 'Keep the last row of each response there, or let responses name a view that does. Corrections in drops are our work, those in the warehouse are its own.',
    },
    example: { zh: 'R-1042 有两行', en: 'R-1042 in two rows' },
  },
  'engine-unknown-value': {
    name: { zh: '仓库里有不认识的值', en: 'The warehouse has unknown values' },
    when: {
      zh: '仓库里的部门、大厅、渠道或答案，不是名录和题目里的编号。',
      en: 'A department, hall, channel or answer in the warehouse is not an id of the lists or of the questions.',
    },
    mend: {
      zh: '仓库里存的是编号，不是名称；缺的补进 lookup/ 的名录。',
      en: 'The warehouse holds ids, not names; add what is missing to the lists in lookup/.',
    },
    example: { zh: 'department_id：市税务局', en: 'department_id: Tax Bureau' },
  },
  'counts-incomplete': {
    name: { zh: '计数不全', en: 'Counts are incomplete' },
    when: {
      zh: '同一批人按不同的项数，合计不相等，或与仓库里的份数不符：有的行丢了。',
      en: 'The same people counted by different things do not add up to the same, or to the responses of the warehouse: rows were lost.',
    },
    mend: {
      zh: '重新数一遍；用界面导出的，看是不是只导出了前几千行。',
      en: 'Count again; where a tool exported the result, see whether it took only the first thousands of rows.',
    },
    example: { zh: 'answers：50120, 50000', en: 'answers: 50120, 50000' },
  },
  'answers-twice': {
    name: { zh: '两处都有答卷', en: 'Responses in two places' },
    when: {
      zh: 'engine 写了 responses，而 data/drops/ 里还有答卷文件。',
      en: 'engine names responses, and data/drops/ holds a drop with responses, too.',
    },
    mend: {
      zh: '只用一处：都放进仓库，或都用数据文件。',
      en: 'Use one: all in the warehouse, or all in drops.',
    },
    example: { zh: 'drops/survey-2026.csv', en: 'drops/survey-2026.csv' },
  },
  'counts-missing': {
    name: { zh: '等仓库的计数', en: 'Waiting for counts' },
    when: {
      zh: 'engine 是 by-hand，而 data/counts/ 里还没有这个文件。',
      en: 'engine is by-hand, and this file is not in data/counts/ yet.',
    },
    mend: {
      zh: 'npm run tally:sql 打印语句；在仓库里运行，每条的结果带表头存成它写明的文件，再运行一次：先数到了哪些天，再数答案。',
      en: 'npm run tally:sql prints the statements. Run them in the warehouse, save each result with its header as the file it names, and run it again: days are counted first, then answers.',
    },
    example: { zh: 'data/counts/arrivals.csv', en: 'data/counts/arrivals.csv' },
  },
  'counts-malformed': {
    name: { zh: '计数文件不对', en: 'A file of counts is not right' },
    when: {
      zh: 'data/counts/ 里的文件缺列、多列，或有不是整数的计数。',
      en: 'A file in data/counts/ lacks columns, has others, or has counts that are not whole numbers.',
    },
    mend: {
      zh: '原样保存查询的结果，带表头，逗号分隔，UTF-8。',
      en: 'Save the result of the statement as it is, with its header, commas between, in UTF-8.',
    },
    example: { zh: '− left_out', en: '− left_out' },
  },
  'counts-stale': {
    name: { zh: '计数过时了', en: 'Counts are out of date' },
    when: {
      zh: 'data/counts/ 里的文件，是用另外的设置、截止日、数据打印的语句数的。',
      en: 'A file in data/counts/ was counted by statements that were printed for other settings, another cut-off or other data.',
    },
    mend: {
      zh: '再运行 npm run tally:sql，用现在的语句重新数。',
      en: 'Run npm run tally:sql again and count with the statements of now.',
    },
    example: { zh: 'statement 列：9f2c…', en: 'column statement: 9f2c…' },
  },
  'settings-not-read': {
    name: { zh: '没有读的设置文件', en: 'Settings that are not read' },
    when: {
      zh: '设置或版式的文件名以 .yml、.YAML 或 .yaml.txt 结尾；程序只读 .yaml。',
      en: 'A file of settings or a layout ends in .yml, .YAML or .yaml.txt; only .yaml is read.',
    },
    mend: {
      zh: '改名，以 .yaml 结尾。Windows 不显示扩展名的，先在“查看”里勾选“文件扩展名”；记事本另存时类型选“所有文件”。',
      en: 'Rename it to end in .yaml. Where Windows hides endings, show them first; in Notepad save as type “All files”.',
    },
    example: { zh: 'layouts/城市台账.yml', en: 'layouts/city.yml' },
  },
  'list-not-read': {
    name: { zh: '没有用上的名单', en: 'A list that is not read' },
    when: {
      zh: 'lookup/ 里有别的名称的表，或者 Excel 工作簿；程序只按名称读那里的几个 CSV 文件。',
      en: 'lookup/ has a table of another name, or a workbook; only a few CSV files are read there, by their names.',
    },
    mend: {
      zh: '在 Excel 里打开，“另存为”选“CSV UTF-8（逗号分隔）”，名称照提示写。备份和草稿放到别的文件夹。',
      en: 'Open it in Excel and save it as “CSV UTF-8” under the name that is proposed. Keep copies and drafts in another folder.',
    },
    example: { zh: 'lookup/departments.xlsx', en: 'lookup/departments.xlsx' },
  },
  'low-threshold': {
    name: { zh: '保护个人的阈值偏低', en: 'A low threshold' },
    when: {
      zh: 'thresholds 里保护个人的数比我们的低：最小公布人数、同一答案人数、小单位界限。低到谁也保护不了的（少于三人）不能写。',
      en: 'A number under thresholds that protects people is lower than ours: smallest published base or answer, small unit. One that protects nobody, under three people, is refused.',
    },
    mend: {
      zh: '写回默认的数，或更高。确要调低，先做个人信息保护影响评估，报告至少留三年。',
      en: 'Write the default or more. To lower it make an impact assessment first and keep it for three years.',
    },
    example: { zh: 'smallest_published_base: 4', en: 'smallest_published_base: 4' },
  },
  'bad-setting': {
    name: { zh: '设置写错了', en: 'A setting is wrong' },
    when: {
      zh: 'programme.yaml 或版式文件里有写错的设置。行和字数指出在哪里。',
      en: 'A setting in programme.yaml or a layout is wrong. Line and character say where.',
    },
    mend: { zh: '照提示改。', en: 'Mend it as the message says.' },
    example: { zh: 'period: 季度 → period: quarter', en: 'period: quarterly → period: quarter' },
  },
  'period-not-closed': {
    name: { zh: '问卷时期未截收', en: 'A period of the survey is not closed' },
    when: {
      zh: '有回答的时期结束还不到规定天数（thresholds 的 days_before_survey_closes）。每个时期只公布一次，所以先不公布。',
      en: 'A period with answers ended fewer days ago than the settings ask for (days_before_survey_closes under thresholds). A period is published once, so it waits.',
    },
    mend: {
      zh: '不用处理；截止日到了就公布。想早些公布，把天数改小。',
      en: 'Nothing to do: it is published when the cut-off comes to that day. To publish earlier, set fewer days.',
    },
    example: {
      zh: '截止日 2026-09-30，问卷到 2026-09-28',
      en: 'Cut-off 2026-09-30, answers up to 2026-09-28',
    },
  },
  'late-answers': {
    name: { zh: '来晚的回答', en: 'Late answers' },
    when: {
      zh: '时期公布以后，又来了这个时期的文件。计入就会让两期公布只差几个人，从而认出他们。',
      en: 'A drop for a period came after the period was published. Counting it would make two releases differ by a few people, who could be recognised.',
    },
    mend: {
      zh: '不用处理，不计入。漏掉的确实很多时，在 survey_corrections 写上这个时期，作一次更正。',
      en: 'Nothing to do: they are not counted. If many were missed, name the period under survey_corrections and correct it once.',
    },
    example: { zh: 'survey-2025-late.csv', en: 'survey-2025-late.csv' },
  },
  'closed-period-changed': {
    name: { zh: '公布过的问卷数变了', en: 'A published number of the survey changed' },
    when: {
      zh: '公布过的一个问卷数与现在数出来的不同：当时的文件被改过、删掉了，或有新文件更正了旧回答。',
      en: 'A number of the survey that was published is no longer what the drops give: a drop of that time was edited or removed, or a newer one corrects old answers.',
    },
    mend: {
      zh: '恢复当时的文件。确要更正时，在 survey_corrections 写上这个时期；变动不到最小公布人数的数会隐去。',
      en: 'Put the drops of that time back. To correct on purpose, name the period under survey_corrections; numbers that change by fewer than the smallest published base are withheld.',
    },
    example: { zh: 'survey_corrections: [2025-Q3]', en: 'survey_corrections: [2025-Q3]' },
  },
  'cannot-protect': {
    name: { zh: '护不住的问卷数', en: 'Numbers of the survey that cannot be protected' },
    when: {
      zh: '有的单位人数太少，又与公布过的数或别的表连在一起，怎样隐去都能算出来。',
      en: 'A unit has too few people and hangs together with numbers published before or with other tables, so that whatever is withheld it can be worked out.',
    },
    mend: {
      zh: '从 survey_tables 去掉一张交叉表；或等人数多一些、下一个时期再公布。',
      en: 'Take a table out of survey_tables, or publish with the next period, when there are more answers.',
    },
    example: { zh: 'survey_tables: [hall × period]', en: 'survey_tables: [hall × period]' },
  },
  'much-withheld': {
    name: { zh: '很多问卷数不公布', en: 'Much of the survey is withheld' },
    when: {
      zh: '一张按部门、大厅、事项等公布的表，各题的答案有五分之一以上不公布。单位小，或者新一期比上一期只多了几个人：两期一减，就是这几个人的答案。不公布的数旁边，写着上次公布的是多少。',
      en: 'Of a table by department, hall, service or the like more than a fifth of the answers are withheld. Units are small, or few people came since the last release: one release less the other would be their answers. Beside a withheld number stands what was last told of it.',
    },
    mend: {
      zh: '隔久一点再发布，让每期多出的人多一些；把很小的单位并起来；去掉 survey_tables 里的交叉表。不要调低阈值。',
      en: 'Publish less often, so that more people come with each release; merge very small units; take tables out of survey_tables. Do not lower the thresholds.',
    },
    example: { zh: '按部门：253 格里 242 格不公布', en: 'by department: 242 of 253 withheld' },
  },
  'missing-setting': {
    name: { zh: '找不到设置', en: 'Settings not found' },
    when: { zh: '数据文件夹里没有 programme.yaml。', en: 'There is no programme.yaml in the folder.' },
    mend: {
      zh: '检查 --data 是否指向项目文件夹；新项目从 data/programme.yaml 抄一份改。',
      en: 'Does --data name the folder of the programme? For a new one begin with a copy of data/programme.yaml.',
    },
    example: { zh: '--data 数据 → --data 数据/2025', en: '--data city → --data city/2025' },
  },
};
