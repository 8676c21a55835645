import { dropOf } from './drop-order.ts';
import type { Words } from './words.ts';

/** How a problem is met: `fatal` stops the build, `warning` is shown and counted. */
export type Weight = 'fatal' | 'warning';

interface ProblemKind {
  readonly weight: Weight;
  /** It asks nothing of anybody: what is in a drop beside its data, and what of it is counted once. */
  readonly asksNothing?: true;
  /** What happened. `{value}` and `{detail}` are filled in. */
  readonly what: Words;
  /** How to mend it. */
  readonly mend: Words;
}

/**
 * Every problem that data or settings can have. The key is the code that staff look up.
 * `set-aside` codes, which the office may tolerate knowingly, stand in `tolerable`.
 */
export const problemKinds = {
  'no-drops': {
    weight: 'warning',
    what: { zh: '还没有任何数据文件', en: 'there are no drops yet' },
    mend: { zh: '把导出的文件放进 data/drops/', en: 'put exported files into data/drops/' },
  },
  'no-drop-folder': {
    weight: 'fatal',
    what: { zh: '没有 {detail} 这个文件夹', en: 'there is no folder {detail}' },
    mend: {
      zh: '看 --data 指得对不对；是新项目，就建这个文件夹（有同名文件的先移走），在里面放一个空文件 .gitkeep，git 才会留下它',
      en: 'see whether --data names the right folder; for a new programme make it (move a file of that name away first), with an empty file .gitkeep in it, or git does not keep it',
    },
  },
  'release-broken': {
    weight: 'fatal',
    what: {
      zh: '第 {value} 期的发布记录对不上：{detail}',
      en: 'release {value} is not as it was recorded: {detail}',
    },
    mend: {
      zh: '从备份恢复 data/releases/，不要改动其中任何文件',
      en: 'restore data/releases/ from a backup; nothing in it may be changed',
    },
  },
  'cutoff-before-release': {
    weight: 'fatal',
    what: {
      zh: '截止日 {value} 早于已发布的第 {detail} 期',
      en: 'the cut-off {value} lies before that of release {detail}',
    },
    mend: {
      zh: '改晚截止日；要退回上一期，用 npm run rollback',
      en: 'take a later cut-off; to go back to an earlier release use npm run rollback',
    },
  },
  'published-finding-gone': {
    weight: 'fatal',
    what: {
      zh: '已发布的发现 {value} 不见了（上次在第 {detail} 期）',
      en: 'finding {value}, which was published (release {detail}), is gone',
    },
    mend: {
      zh: '放回它的数据文件；要撤回，请写一条 withdrawn 事件。确要删去，在 tolerate 里写明，更新记录会写出来',
      en: 'put its drop back; to take it back, write a withdrawn event. If it must go, name this in tolerate: the changes will say so',
    },
  },
  'published-step-gone': {
    weight: 'fatal',
    what: {
      zh: '发现 {value} 已发布的一步不见了：{detail}',
      en: 'a published step of finding {value} is gone: {detail}',
    },
    mend: {
      zh: '放回写着这一步的数据文件。确要删去，在 tolerate 里写明，更新记录会写出来',
      en: 'put the drop with that step back. If it must go, name this in tolerate: the changes will say so',
    },
  },
  'not-a-file': {
    weight: 'fatal',
    what: { zh: '“{value}”不是文件，而是{detail}', en: '“{value}” is not a file but {detail}' },
    mend: {
      zh: '请直接放文件，不要放文件夹或快捷方式',
      en: 'put the file itself there, not a folder or a link',
    },
  },
  'file-changed': {
    weight: 'fatal',
    what: { zh: '文件在读取过程中被改动', en: 'the file changed while it was read' },
    mend: { zh: '等文件保存完，再运行一次', en: 'wait until it is saved, then run again' },
  },
  'unreadable-name': {
    weight: 'fatal',
    what: {
      zh: '文件名不是 UTF-8，打不开这个文件',
      en: 'the name of the file is not UTF-8, so that it cannot be opened',
    },
    mend: {
      zh: '给文件改个名字（如 findings.csv）；从压缩包解出来的，把压缩包原样放进来就行',
      en: 'rename the file, as findings.csv; if it came out of a zip archive, put the archive there as it is',
    },
  },
  'unknown-format': {
    weight: 'fatal',
    what: { zh: '不是能读的表格（{detail}）', en: 'not a table that can be read ({detail})' },
    mend: {
      zh: '用表格软件打开，另存为 .xlsx 或 CSV',
      en: 'open it in a spreadsheet program and save it as .xlsx or CSV',
    },
  },
  'damaged-file': {
    weight: 'fatal',
    what: { zh: '文件坏了，读不完（{detail}）', en: 'the file is damaged ({detail})' },
    mend: {
      zh: '重新导出或重新下载；能打开的话另存一份',
      en: 'export or download it again; if it opens, save it anew',
    },
  },
  'encrypted-file': {
    weight: 'fatal',
    what: { zh: '“{value}”设了密码', en: '“{value}” has a password' },
    mend: { zh: '另存一份不设密码的', en: 'save a copy without a password' },
  },
  'unpacks-too-large': {
    weight: 'fatal',
    what: {
      zh: '解开有 {value}，超过 {detail}，像是恶意的压缩包',
      en: 'it unfolds to {value}, more than {detail}: made to fill the disk, most likely',
    },
    mend: {
      zh: '问清来源；若是真的数据，请导出为 CSV，分成几个文件',
      en: 'ask where it comes from; if the data are real, export them as CSV in several files',
    },
  },
  'too-many-members': {
    weight: 'fatal',
    what: {
      zh: '压缩包里有 {value} 个文件，最多 {detail} 个',
      en: 'the archive holds {value} files, at most {detail} are taken',
    },
    mend: {
      zh: '分成几个压缩包，或直接放文件',
      en: 'make several archives, or put the files themselves there',
    },
  },
  'too-many-columns': {
    weight: 'fatal',
    what: { zh: '超过了 {value} 列', en: 'there are more than {value} columns' },
    mend: {
      zh: '多半是远处有一格误填的内容；删去',
      en: 'most likely a stray cell far to the right; take it out',
    },
  },
  'too-many-cells': {
    weight: 'fatal',
    what: {
      zh: '有 {value} 格，最多 {detail} 格',
      en: 'there are {value} cells, at most {detail} are taken',
    },
    mend: { zh: '另存为 .xlsx 或 CSV', en: 'save it as .xlsx or CSV' },
  },
  'unsafe-path': {
    weight: 'fatal',
    what: { zh: '压缩包里的“{value}”指向包外', en: '“{value}” in the archive leads out of it' },
    mend: { zh: '问清来源；用系统自带的功能重新压缩', en: 'ask where it comes from; pack the files again' },
  },
  'nested-archive': {
    weight: 'fatal',
    what: { zh: '压缩包里还有压缩包', en: 'there is an archive in the archive' },
    mend: { zh: '先解开一层再放进来', en: 'unpack the outer one first' },
  },
  'unsafe-xml': {
    weight: 'fatal',
    what: {
      zh: '工作簿里有不该有的 XML 声明（DOCTYPE），可能是攻击',
      en: 'the workbook declares an XML document type, as attacks do',
    },
    mend: {
      zh: '问清来源；用表格软件打开，另存一份',
      en: 'ask where it comes from; open it and save it anew',
    },
  },
  'macro-not-run': {
    weight: 'warning',
    asksNothing: true,
    what: { zh: '工作簿里有宏，没有运行', en: 'the workbook holds macros; none was run' },
    mend: {
      zh: '不用处理；最好另存为不带宏的 .xlsx',
      en: 'nothing to do; better save it as .xlsx, without macros',
    },
  },
  'link-not-followed': {
    weight: 'warning',
    what: {
      zh: '工作簿连着别的文件或数据源，没有去取',
      en: 'the workbook is linked to other files or sources; none was asked',
    },
    mend: {
      zh: '用的是保存时的数；想要新的，先更新再另存',
      en: 'the saved values are used; for newer ones update and save it',
    },
  },
  'formula-not-run': {
    weight: 'warning',
    what: {
      zh: '{value} 格是公式（第一处 {detail}），没有计算，用的是保存时的结果',
      en: 'cells with a formula: {value}, the first {detail}; nothing was computed, the saved results are used',
    },
    mend: { zh: '核对一下结果；最好粘贴为数值', en: 'check the results; better paste them as values' },
  },
  'formula-without-result': {
    weight: 'fatal',
    what: {
      zh: '{value} 格是公式（第一处 {detail}），文件里没有结果',
      en: 'cells with a formula and no saved result: {value}, the first {detail}',
    },
    mend: { zh: '用表格软件打开，保存一次', en: 'open it in a spreadsheet program and save it' },
  },
  'error-in-cell': {
    weight: 'warning',
    what: {
      zh: '{value} 格是错误值，如 #N/A（第一处 {detail}），按空格处理',
      en: 'cells with an error such as #N/A, taken for blank: {value}, the first {detail}',
    },
    mend: { zh: '改好公式，或填上内容', en: 'mend the formula, or fill in the content' },
  },
  'hidden-sheet': {
    weight: 'warning',
    what: { zh: '隐藏的工作表“{value}”没有读', en: 'the hidden sheet “{value}” was not read' },
    mend: { zh: '里面若是数据，取消隐藏再保存', en: 'if it holds data, unhide it and save' },
  },
  'hidden-rows': {
    weight: 'warning',
    what: {
      zh: '{value} 行被隐藏（第一处在第 {detail} 行），照样读了',
      en: 'hidden rows, read like the others: {value}, the first in row {detail}',
    },
    mend: { zh: '若不该算，删去再保存', en: 'if they should not count, delete them and save' },
  },
  'merged-cells': {
    weight: 'warning',
    what: {
      zh: '{value} 处跨行合并的单元格（第一处 {detail}），只有最上一行有内容',
      en: 'cells merged over several rows: {value}, the first {detail}; only the uppermost row has the content',
    },
    mend: { zh: '取消合并，把内容填进每一行', en: 'unmerge them and fill every row in' },
  },
  'encoded-twice': {
    weight: 'warning',
    what: {
      zh: '文字编码转坏过，如“{value}”，共 {detail} 格',
      en: 'text spoilt by a wrong conversion, as “{value}”; cells: {detail}',
    },
    mend: {
      zh: '从原系统重新导出；这里不替您改',
      en: 'export it again from its source; nothing is mended by guess',
    },
  },
  'unreadable-bytes': {
    weight: 'fatal',
    what: {
      zh: '按 {value} 读不出这里的字（{detail}）',
      en: 'the bytes here are not {value} ({detail})',
    },
    mend: {
      zh: '重新从原系统导出；不要用别的软件改编码',
      en: 'export it again from its source; do not convert it',
    },
  },
  'encoding-unproven': {
    weight: 'fatal',
    what: { zh: '说不准文件的编码（{detail}）', en: 'the encoding cannot be told for certain ({detail})' },
    mend: {
      zh: '运行 npm run describe -- 文件 --encoding big5（或 gb18030、windows-1252、macintosh）；或在它的版式里写一行 encoding: big5。以后都认得',
      en: 'run npm run describe -- FILE --encoding big5 (or gb18030, windows-1252, macintosh), or write encoding: big5 into its layout; it is remembered',
    },
  },
  'empty-file': {
    weight: 'fatal',
    what: { zh: '文件是空的', en: 'the file is empty' },
    mend: {
      zh: '重新导出；如果确实没有数据，请拿走文件',
      en: 'export it again; if there is nothing, take it away',
    },
  },
  'no-rows': {
    weight: 'fatal',
    what: { zh: '只有表头，没有数据', en: 'there is a header and no row under it' },
    mend: {
      zh: '重新导出；如果确实没有数据，请拿走文件',
      en: 'export it again; if there is nothing, take it away',
    },
  },
  'unknown-layout': {
    weight: 'fatal',
    what: { zh: '认不出这是什么表。表头：{value}', en: 'no layout fits this header: {value}' },
    mend: {
      zh: '{detail}改用我们的表头，或让程序起草一个版式：npm run describe -- "data/drops/{drop}"',
      en: '{detail}use our own header, or have a layout drafted: npm run describe -- "data/drops/{drop}"',
    },
  },
  'list-among-drops': {
    weight: 'fatal',
    what: {
      zh: '这是名单，不是数据。表头：{value}',
      en: 'this is a list of names and no data: {value}',
    },
    mend: { zh: '移出 drops/，存为 {detail}', en: 'move it out of drops/ and keep it as {detail}' },
  },
  'several-layouts': {
    weight: 'fatal',
    what: { zh: '不止一个版式合这个表头：{value}', en: 'more than one layout fits this header: {value}' },
    mend: {
      zh: '在该用的那个版式的 recognise 里，加一个别的版式没写的列；不用的版式，从 data/layouts/ 拿走',
      en: 'under recognise of the one that is meant, name one more column than the others do; or take the others out of data/layouts/',
    },
  },
  'sheet-passed-over': {
    weight: 'warning',
    what: {
      zh: '不像数据表，没有读。开头是：{value}',
      en: 'not like a table of data, and not read. It begins: {value}',
    },
    mend: { zh: '若是数据，请单独放一个文件', en: 'if it holds data, put it into a file of its own' },
  },
  'unknown-survey': {
    weight: 'fatal',
    what: { zh: '{said}', en: '{said}' },
    mend: { zh: '{detail}', en: '{detail}' },
  },
  'form-definition': {
    weight: 'warning',
    asksNothing: true,
    what: { zh: '是表单定义（XLSForm），不是数据', en: 'the definition of a form (XLSForm), not data' },
    mend: {
      zh: '不用处理；npm run describe 会从里面取题目和选项的文字',
      en: 'nothing to do; npm run describe takes the words of questions and answers from it',
    },
  },
  'unknown-column': {
    weight: 'fatal',
    what: { zh: '多出一列“{value}”，不知道是什么', en: 'unknown column “{value}”' },
    mend: { zh: '{detail}', en: '{detail}' },
  },
  'repeated-column': {
    weight: 'fatal',
    what: { zh: '列“{value}”出现了不止一次', en: 'the column “{value}” stands there more than once' },
    mend: { zh: '只留一列', en: 'keep one of them' },
  },
  'missing-column': {
    weight: 'fatal',
    what: { zh: '缺少必需的列“{value}”', en: 'the required column “{value}” is missing' },
    mend: {
      zh: '导出时包含这一列，或在版式里写明用哪一列',
      en: 'export it too, or name another column in the layout',
    },
  },
  'repeated-header': {
    weight: 'warning',
    asksNothing: true,
    what: { zh: '表中间又出现了一行表头', en: 'the header stands there again among the rows' },
    mend: { zh: '没有当作数据；不用处理', en: 'it was not taken for data; nothing to do' },
  },
  'total-row': {
    weight: 'warning',
    asksNothing: true,
    what: { zh: '是合计行（“{value}”）', en: 'a row of totals (“{value}”)' },
    mend: { zh: '没有当作数据；不用处理', en: 'it was not taken for data; nothing to do' },
  },
  'note-row': {
    weight: 'warning',
    asksNothing: true,
    what: { zh: '是表格的附注（“{value}”）', en: 'a note to the table (“{value}”)' },
    mend: { zh: '没有当作数据；不用处理', en: 'it was not taken for data; nothing to do' },
  },
  'row-too-short': {
    weight: 'fatal',
    what: { zh: '这一行只有 {value} 格，应有 {detail} 格', en: 'cells in the row: {value}, not {detail}' },
    mend: { zh: '多半是少了分隔符或引号没有配对', en: 'a separator is missing, or a quote is not closed' },
  },
  'row-too-long': {
    weight: 'fatal',
    what: { zh: '这一行有 {value} 格，应有 {detail} 格', en: 'cells in the row: {value}, not {detail}' },
    mend: { zh: '多半是文字里有没加引号的分隔符', en: 'a text holds a separator and is not quoted' },
  },
  'mixed-line-ends': {
    weight: 'fatal',
    what: {
      zh: '{value} 行连成了一行：文件里各行结尾的换行符不一样',
      en: '{value} rows run into one: the lines of the file do not all end in the same way',
    },
    mend: {
      zh: '重新导出，不要把两个文件拼在一起。或用 Excel 打开，核对行数和编号，另存为 .xlsx；或在记事本里全选、复制，粘贴到新文件再保存',
      en: 'export it again, and do not join two files. Or open it in Excel, look at rows and ids and save it as .xlsx; or in Notepad copy all of it into a new file',
    },
  },
  'broken-quotes': {
    weight: 'fatal',
    what: { zh: '引号没有配对', en: 'a quote is not closed' },
    mend: {
      zh: '重新导出；文字里的引号要写两个',
      en: 'export it again; a quote inside a text is written twice',
    },
  },
  'cell-too-long': {
    weight: 'fatal',
    what: {
      zh: '这一格有 {value} 个字，最多 {detail} 个',
      en: 'the cell has {value} characters, at most {detail} are taken',
    },
    mend: {
      zh: '多半是引号没有配对，把几行吞成了一格',
      en: 'most likely a quote is not closed and swallowed the rows below',
    },
  },
  'formula-in-cell': {
    weight: 'fatal',
    what: { zh: '这一格像是公式：{value}', en: 'the cell looks like a formula: {value}' },
    mend: {
      zh: '删去；若确为原文，在 programme.yaml 的 tolerate 里写 formula-in-cell，网站会当文字显示',
      en: 'take it out; if it is meant so, write formula-in-cell under tolerate in programme.yaml: it is shown as text',
    },
  },
  'markup-in-cell': {
    weight: 'fatal',
    what: { zh: '这一格里有网页代码：{value}', en: 'the cell holds markup: {value}' },
    mend: {
      zh: '删去；若确为原文，在 programme.yaml 的 tolerate 里写 markup-in-cell，网站会当文字显示',
      en: 'take it out; if it is meant so, write markup-in-cell under tolerate in programme.yaml: it is shown as text',
    },
  },
  'personal-data': {
    weight: 'fatal',
    what: { zh: '可能认出个人：{value}', en: 'somebody may be recognised: {value}' },
    mend: { zh: '{detail}', en: '{detail}' },
  },
  'personal-file-name': {
    weight: 'fatal',
    what: {
      zh: '名称里可能认出个人（{detail}）：{value}',
      en: 'somebody may be recognised by the name ({detail}): {value}',
    },
    mend: {
      zh: '改文件名（或工作表、压缩包里文件的名称）：它会和数据质量一起公布',
      en: 'give the file (or the sheet, or the file in the archive) another name: it is published with the quality of the data',
    },
  },
  'missing-value': {
    weight: 'fatal',
    what: { zh: '必须填写，却是空的', en: 'must be filled in and is blank' },
    mend: { zh: '补上，或拿走这一行', en: 'fill it in, or take the row away' },
  },
  'bad-id': {
    weight: 'fatal',
    what: { zh: '编号“{value}”里有不能用的字符', en: 'the id “{value}” holds characters it may not hold' },
    mend: {
      zh: '编号只能用字母、数字和 . _ -，最长 80 个字符',
      en: 'an id takes letters, digits and . _ - only, 80 characters at most',
    },
  },
  'reserved-id': {
    weight: 'fatal',
    what: {
      zh: '编号“{value}”已有用处：指整个项目',
      en: 'the id “{value}” is reserved: it stands for the whole programme',
    },
    mend: { zh: '换一个编号', en: 'take another id' },
  },
  'ends-before-start': {
    weight: 'fatal',
    what: { zh: '结束 {value} 早于开始 {detail}', en: 'it ends on {value}, before it starts on {detail}' },
    mend: { zh: '改正其中一个日期', en: 'mend one of the two dates' },
  },
  'bad-date': {
    weight: 'fatal',
    what: { zh: '“{value}”不是日期', en: '“{value}” is not a date' },
    mend: { zh: '应写成 {detail}', en: 'write it as {detail}' },
  },
  'serial-date': {
    weight: 'warning',
    what: {
      zh: '“{value}”是表格软件里日期的序号，当作 {detail}；其余的也这样读',
      en: '“{value}” is a day as spreadsheets count it, taken for {detail}; so are the others',
    },
    mend: {
      zh: '核对一两个；不对的话，导出前把这一列设成日期格式',
      en: 'check one or two; if they are wrong, format the column as dates before exporting',
    },
  },
  'sentinel-date': {
    weight: 'warning',
    what: {
      zh: '“{value}”是系统用来表示没有日期的日子，按空格处理',
      en: '“{value}” is a day that systems write where they have none; taken for blank',
    },
    mend: { zh: '不用处理；真有日期的话补上', en: 'nothing to do; if there is a date, fill it in' },
  },
  'bad-time': {
    weight: 'fatal',
    what: { zh: '“{value}”不是钟点', en: '“{value}” is not a time of day' },
    mend: { zh: '应写成 15:30 或 15:30:05', en: 'write it as 15:30 or 15:30:05' },
  },
  'bad-count': {
    weight: 'fatal',
    what: { zh: '“{value}”不是非负整数', en: '“{value}” is not a whole number from zero' },
    mend: { zh: '只写数字', en: 'write digits only' },
  },
  'unknown-code': {
    weight: 'fatal',
    what: { zh: '不认识“{value}”', en: '“{value}” is not one of the words this column takes' },
    mend: { zh: '{detail}', en: '{detail}' },
  },
  'unknown-name': {
    weight: 'fatal',
    what: { zh: '名录里没有“{value}”', en: '“{value}” is not in the list' },
    mend: { zh: '{detail}', en: '{detail}' },
  },
  'missing-lookup': {
    weight: 'fatal',
    what: { zh: '缺少名录文件 {value}', en: 'the list {value} is missing' },
    mend: {
      zh: '在 data/lookup/ 里建这个文件；表头：{detail}',
      en: 'make it in data/lookup/ with the header: {detail}',
    },
  },
  'department-ended': {
    weight: 'fatal',
    what: {
      zh: '{value}已撤销（{detail}），没有写明由谁接替',
      en: '{value} has ended ({detail}), and no successor is named',
    },
    mend: {
      zh: '改日期或部门；有接替单位的，在 departments.csv 的 successor 写它的编号',
      en: 'mend the date or the department, or name a successor in departments.csv',
    },
  },
  'department-succeeded': {
    weight: 'warning',
    what: {
      zh: '{value}已由{detail}接替，这一行和其他同样的行都算在后者名下',
      en: '{value} was succeeded by {detail}: this row and others like it count for it',
    },
    mend: { zh: '不用处理，除非日期写错了', en: 'nothing to do, unless the date is wrong' },
  },
  'department-not-yet': {
    weight: 'fatal',
    what: { zh: '{value}那时还没有成立（{detail}）', en: '{value} did not exist yet ({detail})' },
    mend: {
      zh: '改日期，或写当时的部门；since 写错的，改 departments.csv',
      en: 'mend the date, name the department of that time, or mend since in departments.csv',
    },
  },
  'spelling-twice': {
    weight: 'fatal',
    what: {
      zh: '写法“{value}”写了不止一个编号：{detail}',
      en: 'the spelling “{value}” is given more than one id: {detail}',
    },
    mend: {
      zh: '在 spellings.csv 里只留对的一行；文件里两个都有的，改文件，直接写编号',
      en: 'keep the right row in spellings.csv; if drops mean both, write ids into the drops',
    },
  },
  'unused-spelling': {
    weight: 'warning',
    what: { zh: '写法“{value}”已没有文件使用', en: 'no drop uses the spelling “{value}” any more' },
    mend: { zh: '可以从 spellings.csv 里删去', en: 'it can go from spellings.csv' },
  },
  'unused-redaction': {
    weight: 'warning',
    what: { zh: '已没有文字用到改写 {value}', en: 'no text uses the redaction {value} any more' },
    mend: { zh: '可以从 redactions.csv 里删去', en: 'it can go from redactions.csv' },
  },
  'repeated-row': {
    weight: 'warning',
    asksNothing: true,
    what: { zh: '与前面一行完全相同（编号 {value}）', en: 'the same row stands there twice (id {value})' },
    mend: { zh: '只算一次，不用处理', en: 'counted once; nothing to do' },
  },
  'rows-given-again': {
    weight: 'warning',
    asksNothing: true,
    what: {
      zh: '{value} 行与前面的文件里的完全相同',
      en: 'rows that an earlier file has just so: {value}',
    },
    mend: { zh: '只算一次，不用处理', en: 'counted once; nothing to do' },
  },
  'conflicting-row': {
    weight: 'fatal',
    what: {
      zh: '编号 {value} 在同一文件里出现两次，内容不同',
      en: 'the id {value} stands there twice with different content',
    },
    mend: {
      zh: '留下对的一行；若是更正，请放进另一个较新的文件',
      en: 'keep the right one; a correction belongs into a later file of its own',
    },
  },
  'vanished-finding': {
    weight: 'fatal',
    what: {
      zh: '完整导出里少了 {value}，{detail}里有',
      en: 'this full export lacks {value}, which {detail} had',
    },
    mend: {
      zh: '撤回的补 withdrawn 事件，并入别件的补 duplicate 事件；漏导的重新导出；这一份本来只有一部分的，在 exports 的最前面给它写 part',
      en: 'add a withdrawn event if it was withdrawn, a duplicate event if it was merged; if the export is wrong, export again; if this file was never meant to hold everything, write part for it, first under exports',
    },
  },
  'vanished-record': {
    weight: 'warning',
    what: {
      zh: '完整导出里少了 {value} 条，{detail}里有；以后一次为准',
      en: 'records that {detail} had and this full export lacks: {value}; the later one holds',
    },
    mend: {
      zh: '确认是有意删除的；漏导的重新导出',
      en: 'make sure that they were taken out on purpose; else export again',
    },
  },
  'looks-complete': {
    weight: 'warning',
    what: {
      zh: '像是完整导出：此前的 {value} 件都有，只少 {detail}',
      en: 'it looks like a full export: it has {value} earlier findings and lacks only {detail}',
    },
    mend: {
      zh: '在 programme.yaml 的 exports 里写明这个文件是 full 还是 part',
      en: 'say under exports in programme.yaml whether this file is full or part',
    },
  },
  'unknown-finding': {
    weight: 'fatal',
    what: { zh: '没有编号为 {value} 的问题', en: 'there is no finding {value}' },
    mend: { zh: '检查编号；或补上这件问题', en: 'check the id, or add the finding' },
  },
  'finding-circle': {
    weight: 'fatal',
    what: {
      zh: '问题 {value} 绕一圈指回了自己：{detail}',
      en: 'the finding {value} leads back to itself: {detail}',
    },
    mend: {
      zh: '看其中哪一件是最先的：它不重复于、也不再现于别的，改掉它的这一格',
      en: 'the first of them is no duplicate and no recurrence of any other: mend this cell of its row',
    },
  },
  'no-department': {
    weight: 'fatal',
    what: { zh: '问题 {value} 没有责任部门', en: 'the finding {value} has no department' },
    mend: { zh: '补上责任部门', en: 'fill in the department' },
  },
  'event-before-found': {
    weight: 'fatal',
    what: { zh: '“{value}”早于发现之日 {detail}', en: '{value} is before the day it was found, {detail}' },
    mend: { zh: '改正其中一个日期', en: 'mend one of the two dates' },
  },
  'after-cutoff': {
    weight: 'warning',
    what: {
      zh: '{value} 晚于数据截止日 {detail}，暂不计入',
      en: '{value} is after the cut-off {detail} and does not count yet',
    },
    mend: { zh: '不用处理；截止日后移时会计入', en: 'nothing to do; it counts when the cut-off moves on' },
  },
  'after-today': {
    weight: 'warning',
    what: { zh: '“{value}”晚于今天 {detail}', en: '“{value}” is after today, {detail}' },
    mend: {
      zh: '多半是年月写错了，在这个文件里改正：cutoff 为 latest 时，数据会截至这一天，时期提前结束，问题提前逾期',
      en: 'most likely a wrong year or month: mend it in this drop; where cutoff is latest the data go up to that day, so periods close and findings are overdue too early',
    },
  },
  'update-passed': {
    weight: 'warning',
    what: {
      zh: 'next_update 写的 {value} 已经过了（现在是 {detail}）',
      en: 'next_update says {value}, which has gone by ({detail} now)',
    },
    mend: {
      zh: '写下一次更新的日期，或删去这一行：网站会照写',
      en: 'write the date of the next one, or take the line out: the site shows it as it is',
    },
  },
  'deadlines-changed': {
    weight: 'warning',
    what: {
      zh: '期限和上一期发布时不同（{value}）：从前反馈的也会照新期限重判按期和迟',
      en: 'the deadlines are others than in the last release ({value}): what was sent before is judged again, on time and late, by the new ones',
    },
    mend: {
      zh: '从前反馈的仍按从前的期限，就在 programme.yaml 里加一行 {detail}；真要重判，在发布说明里写明为什么',
      en: 'where what was sent before keeps its limits, add to programme.yaml: {detail}; where it is to be judged again, say why in the note of the release',
    },
  },
  'question-reworded': {
    weight: 'warning',
    what: {
      zh: '题目 {value} 的问法和上一期发布时不同：{detail}；从前各期的回答也会写在新问法下面',
      en: 'question {value} is put in other words than in the last release: {detail}; the answers of all earlier periods would stand under the new ones, too',
    },
    mend: {
      zh: '只是改错字就不用管；意思变了，新问法用新的编号，老题留在 questions.csv 里',
      en: 'leave it where only a slip was mended; where it asks something else, give the new words an id of their own and keep the old question in questions.csv',
    },
  },
  'due-date-differs': {
    weight: 'warning',
    what: {
      zh: '来源给的期限与按规则算出的不同：{value}',
      en: 'the deadline given differs from the one computed: {value}',
    },
    mend: {
      zh: '采用来源的；如果来源错了，请改',
      en: 'the given one is used; mend the source if it is wrong',
    },
  },
  'calendar-ends': {
    weight: 'warning',
    what: {
      zh: '工作日历只到 {value}：最长的期限已经会超出，再反馈的问题可能算不出期限',
      en: 'the working-day calendar ends with {value}: the longest deadline from now on lies beyond it',
    },
    mend: {
      zh: '下一年的安排公布了，就在 lookup/special_days.csv（day,working）里一天一行写上不照星期几的日子：{detail}',
      en: 'once the next year is announced, list in lookup/special_days.csv (day,working), one a row, its days that are not what their weekday says: {detail}',
    },
  },
  'calendar-missing': {
    weight: 'fatal',
    what: { zh: '没有 {value} 年的工作日历', en: 'there is no working-day calendar for {value}' },
    mend: {
      zh: '检查日期；年份无误，就在 lookup/special_days.csv（day,working）里一天一行写上这一年不照星期几的日子：{detail}',
      en: 'check the date; if the year is right, list in lookup/special_days.csv (day,working), one a row, the days of the year that are not what their weekday says: {detail}',
    },
  },
  'bad-margin': {
    weight: 'fatal',
    what: { zh: '总体构成有误：{value}', en: 'the population does not hold together: {value}' },
    mend: { zh: '{detail}', en: '{detail}' },
  },
  'period-not-closed': {
    weight: 'warning',
    what: {
      zh: '{value} 的问卷还没有截收，暂不公布',
      en: 'the survey of {value} is not closed yet: not published',
    },
    mend: {
      zh: '不用处理；数据截止日到 {detail} 时公布。不再有新数据的，到那天在 programme.yaml 写 cutoff: {detail}',
      en: 'nothing to do; it is published once the cut-off reaches {detail}. Where no more data come, write cutoff: {detail} in programme.yaml on that day',
    },
  },
  'late-answers': {
    weight: 'warning',
    what: {
      zh: '{value} 份问卷所在的时期已经公布过，来晚了，不计入',
      en: 'responses of periods that were published before: {value}; too late, not counted',
    },
    mend: {
      zh: '不用处理；确要更正时，把时期写进 programme.yaml 的 survey_corrections',
      en: 'nothing to do; to correct a period, name it under survey_corrections in programme.yaml',
    },
  },
  'closed-period-changed': {
    weight: 'fatal',
    what: {
      zh: '第 {detail} 期公布过的数变了：{value}',
      en: 'a number published in release {detail} has changed: {value}',
    },
    mend: {
      zh: '恢复当时的文件；确要更正时，把时期写进 programme.yaml 的 survey_corrections',
      en: 'put the drops of that time back; to correct a period, name it under survey_corrections in programme.yaml',
    },
  },
  'cannot-protect': {
    weight: 'fatal',
    what: {
      zh: '怎样隐去都护不住：{value}',
      en: 'no withholding protects {value}',
    },
    mend: {
      zh: '把表放粗：从 programme.yaml 的 survey_tables 去掉 {detail}，或等下一个时期再公布',
      en: 'make a table coarser: take {detail} out of survey_tables in programme.yaml, or publish with the next period',
    },
  },
  'much-withheld': {
    weight: 'warning',
    what: {
      zh: '为了不让人认出个人，按“{detail}”公布的各题答案不公布的有 {value}（单位 × 题）',
      en: 'to keep people from being recognised {value} of the answers by {detail} are withheld (units × questions)',
    },
    mend: {
      zh: '单位太小，或者新一期比上一期多出的人太少，就会这样：隔久一点再发布，一次多一两个季度；或在名录里把小单位并起来，按季而不按月（period），去掉 survey_tables 里的交叉表',
      en: 'this is so where units are small or few people came since the last release: publish less often, a quarter or two more at a time; or merge small units in their list, count by quarter and not by month (period), and take tables out of survey_tables',
    },
  },
  'engine-unreachable': {
    weight: 'fatal',
    what: { zh: '连不上计数的引擎 {value}：{detail}', en: 'the engine {value} cannot be reached: {detail}' },
    mend: {
      zh: '检查 programme.yaml 的 engine、网络、账号；密码在环境变量里（PGPASSWORD 等）',
      en: 'check engine in programme.yaml, the network and the account; passwords come from the environment (PGPASSWORD …)',
    },
  },
  'engine-too-old': {
    weight: 'fatal',
    what: {
      zh: '引擎 {value} 不懂我们的语句，多半是版本太旧：{detail}',
      en: 'the engine {value} does not understand our statements, most likely it is too old: {detail}',
    },
    mend: {
      zh: '升级引擎，或用 by-hand（npm run tally:sql）',
      en: 'use a newer one, or by-hand (npm run tally:sql)',
    },
  },
  'engine-misses': {
    weight: 'fatal',
    what: {
      zh: '引擎里没有 {value} 的表、路径或列：{detail}',
      en: 'the engine lacks a table, path or column of {value}: {detail}',
    },
    mend: {
      zh: '检查 engine 的 responses 和表的列名，列名见 README“用自己的仓库计数”',
      en: 'check responses under engine and the columns of the table; README “Counting in a warehouse” lists them',
    },
  },
  'engine-forbids': {
    weight: 'fatal',
    what: {
      zh: '引擎 {value} 不让这个账号做：{detail}',
      en: 'the engine {value} forbids it to this account: {detail}',
    },
    mend: {
      zh: '请管理员给账号读答卷、建临时表的权限',
      en: 'ask for the right to read the responses and to make temporary tables',
    },
  },
  'engine-failed': {
    weight: 'fatal',
    what: {
      zh: '引擎 {value} 没有数完：{detail}',
      en: 'the engine {value} did not finish counting: {detail}',
    },
    mend: {
      zh: '看引擎自己的日志（节点掉了、内存不够、磁盘满了），再运行一次',
      en: 'look into the engine’s own logs (a lost node, memory, a full disk), then run again',
    },
  },
  'engine-repeats': {
    weight: 'fatal',
    what: {
      zh: '仓库的 {value} 里有 {detail} 个 response_id 不止一行',
      en: 'values of response_id that stand in more than one row of {value} in the warehouse: {detail}',
    },
    mend: {
      zh: '每份答卷只留最后一行，或建一个只取最后一行的视图',
      en: 'keep the last row of each response, or make a view that takes the last',
    },
  },
  'engine-unknown-value': {
    weight: 'fatal',
    what: {
      zh: '仓库里 {value} 有名录和题目里没有的值：{detail}',
      en: 'the warehouse has a value of {value} that no list and no question has: {detail}',
    },
    mend: {
      zh: '在仓库里改成编号，或补进 lookup/ 的名录',
      en: 'write ids there, or add it to the list in lookup/',
    },
  },
  'counts-incomplete': {
    weight: 'fatal',
    what: {
      zh: '{value} 的计数缺了组，各表合计不等：{detail}',
      en: 'groups are missing from the counts of {value}, their sums differ: {detail}',
    },
    mend: {
      zh: '重新数一遍，所有的行都要带回来',
      en: 'count again, and bring every row',
    },
  },
  'answers-twice': {
    weight: 'fatal',
    what: {
      zh: '答卷已在仓库的 {value}，这个数据文件里又有',
      en: 'the responses lie in {value} of the warehouse, and this drop has some, too',
    },
    mend: {
      zh: '把文件里的答卷也放进仓库，从 data/drops/ 拿走；或去掉 engine 的 responses',
      en: 'put those into the warehouse, too, and take the file out of data/drops/; or take responses out of engine',
    },
  },
  'counts-missing': {
    weight: 'fatal',
    what: { zh: '还没有仓库数出来的 {value}', en: 'the counts {value} of the warehouse are not there yet' },
    mend: {
      zh: 'npm run tally:sql 打印语句；在仓库里运行，结果带表头存成这个文件',
      en: 'npm run tally:sql prints the statements; run them in the warehouse and save the result with its header as this file',
    },
  },
  'counts-malformed': {
    weight: 'fatal',
    what: {
      zh: '计数文件的列或值不对：{value}',
      en: 'columns or values of the counts are not right: {value}',
    },
    mend: { zh: '要有的列：{detail}', en: 'the columns are {detail}' },
  },
  'counts-stale': {
    weight: 'fatal',
    what: {
      zh: '计数来自另外的语句（{value}，现在是 {detail}）：设置、截止日或数据变了',
      en: 'the counts come from other statements ({value}, now {detail}): settings, cut-off or data have changed',
    },
    mend: {
      zh: '再运行 npm run tally:sql，用现在的语句重新数',
      en: 'run npm run tally:sql again and count with the statements of now',
    },
  },
  'settings-not-read': {
    weight: 'warning',
    what: {
      zh: '文件名不以 .yaml 结尾，没有读',
      en: 'not read: its name does not end in .yaml',
    },
    mend: { zh: '改名为 {detail}', en: 'rename it {detail}' },
  },
  'list-not-read': {
    weight: 'warning',
    what: {
      zh: '名称不是程序读的名单，没有用上',
      en: 'not used: by its name it is none of the lists that are read',
    },
    mend: {
      zh: '是名单就存为 CSV 并改名为 {detail}；不是，移出 lookup/',
      en: 'save it as CSV under the name {detail}, or move what is no list out of lookup/',
    },
  },
  'low-threshold': {
    weight: 'warning',
    what: {
      zh: '{value}，比通行的 {detail} 低，保护得少',
      en: '{value} is lower than the usual {detail} and protects people less',
    },
    mend: {
      zh: '写回 {detail} 或更高；要调低，先做影响评估，留下报告',
      en: 'write {detail} or more; to lower it make an impact assessment first, and keep it',
    },
  },
  'bad-setting': {
    weight: 'fatal',
    what: { zh: '{said}', en: '{said}' },
    mend: { zh: '{detail}', en: '{detail}' },
  },
  'missing-setting': {
    weight: 'fatal',
    what: { zh: '找不到 {value}', en: '{value} is not there' },
    mend: { zh: '{detail}', en: '{detail}' },
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;

/** Problems the office may tolerate knowingly in `programme.yaml`: the row is kept, left out where it would mislead, and counted. */
export const tolerable = [
  'event-before-found',
  'formula-in-cell',
  'markup-in-cell',
  'vanished-finding',
  'published-finding-gone',
  'published-step-gone',
] as const satisfies readonly ProblemCode[];

/** One thing wrong with the data, as data. Rows and columns count as the spreadsheet shows them, the header being row 1. */
export interface Problem {
  readonly code: ProblemCode;
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  readonly detail?: Words | string;
  /** What happened, where the kind of problem does not say it itself. */
  readonly said?: Words;
  /** The line that settles it for good, where a person only has to agree: `npm run check -- --accept` adds it. */
  readonly settle?: Settlement;
  /** A name that no list has: which one it is missing from, and which entries it could mean. A person chooses. */
  readonly choose?: NameChoice;
}

/** A name that somebody must choose an entry of a list for. */
export interface NameChoice {
  /** The list, as `departments`. */
  readonly list: string;
  readonly spelling: string;
  /** Ids of entries that it could mean, likest first. */
  readonly likely: readonly string[];
}

/** A line for a file of `data/lookup/` in which decisions are kept. */
export interface Settlement {
  readonly file: 'spellings' | 'redactions';
  readonly cells: readonly string[];
}

/** A problem in words: where, what and how to mend it. */
export interface ProblemText {
  readonly where: string;
  readonly what: string;
  readonly mend: string;
}

const longestShown = 60;
const longestDetail = 400;

/** One line, not too long, without characters that steer a terminal: values come from the drops. */
export function shownText(value: string, longest = longestShown): string {
  const line = [...value.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')];
  return line.length > longest ? `${line.slice(0, longest).join('')}…` : line.join('');
}

/** A column by its name, or by its number in a line of a settings file. */
function columnText({ file, column = '' }: Problem, key: keyof Words): string {
  if (file.endsWith('.yaml')) return key === 'zh' ? `第 ${column} 个字` : `character ${column}`;
  return key === 'zh' ? `“${shownText(column)}”列` : `column ${shownText(column)}`;
}

/**
 * Says a problem in Chinese or English.
 *
 * @example
 * problemText({ code: 'bad-date', file: 'a.csv', row: 3, column: 'found_on', value: 'May', detail: '2025-05-01' }, 'en').what; // => '“May” is not a date'
 */
export function problemText(problem: Problem, language: string): ProblemText {
  const key = language.startsWith('zh') ? 'zh' : 'en';
  const kind: ProblemKind = problemKinds[problem.code];
  const detail = typeof problem.detail === 'object' ? problem.detail[key] : (problem.detail ?? '');
  const filled = {
    '{said}': problem.said?.[key] ?? '',
    '{value}': shownText(problem.value ?? ''),
    '{detail}': shownText(detail, longestDetail),
    '{drop}': shownText(dropOf(problem.file)),
  };
  const fill = (text: string) =>
    text.replaceAll(/\{(?:value|detail|said|drop)\}/g, (slot) => filled[slot as keyof typeof filled]);
  const row = problem.row === undefined ? [] : [key === 'zh' ? `第 ${problem.row} 行` : `row ${problem.row}`];
  const column = problem.column === undefined ? [] : [columnText(problem, key)];
  return {
    where: [problem.file, ...row, ...column].join(key === 'zh' ? '，' : ', '),
    what: fill(kind.what[key]),
    mend: fill(kind.mend[key]),
  };
}

/** Whether a problem stops the build, given what the office tolerates. */
export function isFatal(problem: Problem, tolerated: readonly string[] = []): boolean {
  return problemKinds[problem.code].weight === 'fatal' && !tolerated.includes(problem.code);
}

/**
 * Whether a problem asks nothing of anybody.
 *
 * @example
 * asksNothing('total-row'); // => true
 * asksNothing('bad-date'); // => false
 */
export function asksNothing(code: ProblemCode): boolean {
  const kind: ProblemKind = problemKinds[code];
  return kind.asksNothing === true;
}
