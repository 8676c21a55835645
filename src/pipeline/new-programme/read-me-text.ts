import type { NewProgramme } from '../../model/new-programme.ts';

/** What lies in a new programme's folder and what to do first, in Chinese and English; `folder` is what its commands name. */
export function readMeText({ name, contact }: NewProgramme, folder: string): string {
  const where = /[\s"'&]/.test(folder) ? JSON.stringify(folder) : folder;
  return `# ${[...new Set([name.zh, name.en].filter((text) => text !== ''))].join(' · ')}

这个文件夹是本项目的全部资料，网站由它生成。联系：${contact}

This folder is all there is of the programme; the site is made of it. Contact: ${contact}

## 先做三件事 · Three things first

1. 打开 \`programme.yaml\` 和 \`lookup/\` 里的名录，看看对不对。名录用 Excel 改也行，存为 CSV。
   Look over \`programme.yaml\` and the lists in \`lookup/\`. Excel will do; save as CSV.
2. 生成网站看一看。现在还没有数据，每一页都会这样说。
   Build the site and look at it. There are no data yet, and every page says so.

   \`\`\`sh
   npm run build -- --data ${where}
   \`\`\`

3. 收到第一份导出文件，原样放进 \`drops/\`，文件名以日期开头，再检查。
   Put the first export into \`drops/\` as it is, its name beginning with the date, and check.

   \`\`\`sh
   npm run check -- --data ${where}
   \`\`\`

   认不出的表：\`npm run describe -- 文件 --data ${where}\`，它起草一个版式，您来改。
   For a table that is not recognised \`npm run describe -- FILE --data ${where}\` drafts a layout for you to correct.

## 这里有什么 · What lies here

|                  | 是什么                                             | what it is                                                      | 公开 public |
| ---------------- | -------------------------------------------------- | --------------------------------------------------------------- | ----------- |
| \`programme.yaml\` | 办公室定的事：名称、期限、语言、许可               | what the office decides: names, deadlines, languages, licence   | 否 no       |
| \`lookup/\`        | 部门、大厅、事项、类别的名录；学到的写法和改写     | the lists of names; spellings learnt, redactions                | 名称 names  |
| \`drops/\`         | 收到的文件，一个字也不改                           | files as received, never edited                                 | 否 no       |
| \`releases/\`      | 发布过的每一期（\`npm run release\` 生成）           | what was published, release by release                          | 全部 all    |
| \`proofs/\`        | 保护小单位的依据；不能公开，也不能丢               | what protects small groups; never public, never lost            | 否 no       |
| \`set-aside/\`     | 在工作台收起的文件；旁边的 \`sign-offs.csv\` 记谁签的字 | files set aside on the desk; \`sign-offs.csv\` beside it, who signed | 否 no       |

编号（\`id\`）写进网址，公布以后不要改。部门改名、合并，写 \`until\` 和 \`successor\`，不要删行。
An \`id\` stands in addresses: leave it once it is published. A department that was renamed or merged gets \`until\` and \`successor\`; its line stays.
`;
}
