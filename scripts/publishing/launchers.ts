import type { Platform } from './platforms.ts';

/** A small file of a bundle that the project itself does not have. */
export interface AddedFile {
  readonly name: string;
  readonly text: string;
  readonly isProgram?: boolean;
}

const windows: AddedFile = {
  name: 'zhaocha.cmd',
  text: '@"%~dp0node_modules\\node\\bin\\node.exe" "%~dp0scripts\\start.mjs" %*\r\n',
};

const unix: AddedFile = {
  name: 'zhaocha',
  text: '#!/bin/sh\nhere=$(cd "$(dirname "$0")" && pwd)\nexec "$here/node_modules/node/bin/node" "$here/scripts/start.mjs" "$@"\n',
  isProgram: true,
};

const howTo = (start: string) => `找茬：离线包

整个文件夹放在本机任意位置，不用安装，也不用网络。在这个文件夹里打开命令行，运行：

  ${start} build                      生成演示网站，放在 dist
  ${start} new 我的项目文件夹         建一个新项目
  ${start} desk --data 我的项目文件夹 --out 网站文件夹   工作台：在浏览器里做完从数据到发布的全部工作
  ${start} check --data 我的项目文件夹
  ${start} build --data 我的项目文件夹 --out 网站文件夹

说明里写作 npm run 命令 -- 参数 的，这里都写作 ${start} 命令 参数。


zhaocha: offline bundle

Keep the folder wherever you like: nothing to install, no network. Open a terminal in it and run:

  ${start} build                      builds the demonstration site into dist
  ${start} new MY-PROGRAMME           makes a new programme
  ${start} desk --data MY-PROGRAMME --out SITE   the desk: the whole work in a browser, from a drop to a published release
  ${start} check --data MY-PROGRAMME
  ${start} build --data MY-PROGRAMME --out SITE

Wherever the manual says npm run COMMAND -- WORDS, write ${start} COMMAND WORDS here.
`;

/** What a bundle has beside the project: the command that starts it, how to use it, and the mark by which nothing is installed. */
export function launchersFor({ os }: Platform): readonly AddedFile[] {
  const start = os === 'win32' ? 'zhaocha' : './zhaocha';
  const text = howTo(start);
  return [
    os === 'win32' ? windows : unix,
    // Notepad of older Windows wants both characters at the end of a line and a mark to know the encoding by.
    { name: 'READ-ME-FIRST.txt', text: os === 'win32' ? `\uFEFF${text.replaceAll('\n', '\r\n')}` : text },
    { name: 'node_modules/.bundled', text: '' },
  ];
}
