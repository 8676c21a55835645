import {
  appendFileSync,
  closeSync,
  linkSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { markOf } from '../../../src/model/file-mark.ts';
import { giveCopy } from '../../../src/pipeline/last-site/second-names.ts';
import { restating } from '../../../src/site/render/restate.ts';
import {
  asMade,
  recordAsOf,
  openAnew,
  readLastSite,
  recordLine,
  takeOver,
  type Restating,
} from '../../../src/site/render/take-over.ts';

/* A page of the last site stands again on the new one if it was made of the same, and nobody has touched it. */

let folder: string;
const page = () => join(folder, 'page.html');
const taken = () => join(folder, 'taken.html');

const ofRecord = () => readLastSite(folder, join(folder, 'record.tsv'));
const place = () => ({ file: taken(), makeFolder: () => {} });

/** Nothing is to be said anew. */
const saysTheSame: Restating = { all: null, partsOf: () => [] };

/** Takes the page over as it was recorded, with the key that it has now. */
const take = (key: string) => takeOver(ofRecord(), 'page.html', key, place(), saysTheSame);

/** Gives the folder of a new site its copy of the page. */
function copied(): string {
  const mark = markOf(statSync(page(), { bigint: true }));
  giveCopy({ name: 'page.html', mark }, folder, join(folder, 'new'));
  return join(folder, 'new', 'page.html');
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaocha-take-over-'));
  const made = folder;
  onTestFinished(() => rmSync(made, { recursive: true }));
  writeFileSync(page(), '<p>一</p>');
  writeFileSync(join(folder, 'record.tsv'), `frame\n${recordLine('page.html', asMade('of-this', page()))}`);
});

describe('taking a page over', () => {
  it('gives it a second name where it was made of the same', () => {
    expect(take('of-this')).toBe(asMade('of-this', page()));
    expect(statSync(taken()).ino).toBe(statSync(page()).ino);
    expect(readFileSync(taken(), 'utf8')).toBe('<p>一</p>');
  });

  it('leaves it where it was made of something else', () => {
    expect(take('of-that')).toBeNull();
  });

  it('leaves it where somebody has written to it since', () => {
    appendFileSync(page(), '<p>二</p>');
    expect(take('of-this')).toBeNull();
  });

  it('leaves it where it is gone, was never recorded, or no site was', () => {
    expect(takeOver(readLastSite(folder, ''), 'page.html', 'of-this', place(), saysTheSame)).toBeNull();
    expect(takeOver(ofRecord(), 'other.html', 'of-this', place(), saysTheSame)).toBeNull();
    rmSync(page());
    expect(take('of-this')).toBeNull();
  });

  it('finds it where it got its second name before, and asks for no folder', () => {
    linkSync(page(), taken());
    const standing = { ...place(), makeFolder: () => expect.unreachable() };
    expect(takeOver(ofRecord(), 'page.html', 'of-this', standing, saysTheSame)).toBe(
      asMade('of-this', page()),
    );
  });

  it('does not trust what stands in its place, if that is not what was made', () => {
    writeFileSync(taken(), 'something else');
    take('of-this');
    expect(readFileSync(taken(), 'utf8')).toBe('<p>一</p>');
  });
});

describe('taking a page over that says something of the state of the data', () => {
  const restate = { ...saysTheSame, all: restating(['<b>5 月</b>'], ['<b>6 月</b>']) };
  const said = '<p>截至 <b>5 月</b>，5 月</p>';
  const says = '<p>截至 <b>6 月</b>，5 月</p>';
  const takeAs = (name: string, key = 'of-this') => takeOver(ofRecord(), name, key, place(), restate);
  const record = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    const line = recordLine(name, asMade('of-this', join(folder, name)));
    writeFileSync(join(folder, 'record.tsv'), `frame\n${line}`);
  };

  it('puts what is said now in place of what was said before, and leaves the page of the last site as it was', () => {
    record('page.html', said);
    expect(takeAs('page.html')).toBe(asMade('of-this', taken()));
    expect(readFileSync(taken(), 'utf8')).toBe(says);
    expect(readFileSync(page(), 'utf8')).toBe(said);
  });

  it('does so, too, where the page has its second name already', () => {
    record('page.html', said);
    linkSync(page(), taken());
    expect(takeAs('page.html')).toBe(asMade('of-this', taken()));
    expect(readFileSync(taken(), 'utf8')).toBe(says);
    expect(readFileSync(page(), 'utf8')).toBe(said);
  });

  it('writes into the copy that stands there, and into nothing else', () => {
    record('page.html', `${said}${said}`);
    const copy = copied();
    const inode = statSync(copy).ino;
    const standing = { file: copy, makeFolder: () => expect.unreachable() };
    expect(takeOver(ofRecord(), 'page.html', 'of-this', standing, restate)).toBe(asMade('of-this', copy));
    expect(readFileSync(copy, 'utf8')).toBe(`${says}${said}`);
    expect(statSync(copy).ino).toBe(inode);
    expect(readFileSync(page(), 'utf8')).toBe(`${said}${said}`);
  });

  it('leaves nothing of a longer page in the copy', () => {
    record('page.html', '<b>5 月</b> end');
    const copy = copied();
    takeOver(
      ofRecord(),
      'page.html',
      'of-this',
      { file: copy, makeFolder: () => {} },
      { ...saysTheSame, all: restating(['<b>5 月</b>'], ['']) },
    );
    expect(readFileSync(copy, 'utf8')).toBe(' end');
  });

  it('takes a copy as it stands where the same is to be said, and records it as it stands', () => {
    record('page.html', says);
    const copy = copied();
    const standing = { file: copy, makeFolder: () => expect.unreachable() };
    expect(takeOver(ofRecord(), 'page.html', 'of-this', standing, restate)).toBe(asMade('of-this', copy));
    expect(asMade('of-this', copy)).not.toBe(asMade('of-this', page()));
  });

  it('gives a second name to what says nothing of it, as rows of a table', () => {
    record('rows.csv', said);
    expect(takeAs('rows.csv')).toBe(asMade('of-this', join(folder, 'rows.csv')));
    expect(statSync(taken()).ino).toBe(statSync(join(folder, 'rows.csv')).ino);
  });

  it('leaves a page that was made of something else', () => {
    record('page.html', said);
    expect(takeAs('page.html', 'of-that')).toBeNull();
  });

  it('knows from the record what the pages of each language said', () => {
    const lines = [
      recordAsOf('zh', ['<b>5 月</b>', '"\n\t']),
      recordAsOf('en', []),
      recordLine('page.html', asMade('of-this', page())),
    ];
    writeFileSync(join(folder, 'record.tsv'), `frame\n${lines.join('')}`);
    const { asOf, made } = ofRecord();
    expect(asOf).toEqual(
      new Map([
        ['zh', ['<b>5 月</b>', '"\n\t']],
        ['en', []],
      ]),
    );
    expect([...made.keys()]).toEqual(['page.html']);
  });
});

describe('taking a page over of which parts go on by themselves', () => {
  const open = (says: string): Restating => ({
    all: restating(['<i>5 月</i>'], ['<i>6 月</i>']),
    partsOf: (name) => (name === 'page.html' ? [{ begins: '<b>', ends: '</b>', says }] : []),
  });
  const record = (content: string, key = 'of-this.2') => {
    writeFileSync(page(), content);
    writeFileSync(join(folder, 'record.tsv'), `frame\n${recordLine('page.html', asMade(key, page()))}`);
  };
  const takeAs = (key: string, says: string) => takeOver(ofRecord(), 'page.html', key, place(), open(says));

  it('puts those of now in their place, and records it by what it is made of now', () => {
    record('<i>5 月</i>，已 <b>2 天</b>，<b>甲</b>');
    expect(takeAs('of-this.33', '<b>33 天</b>')).toBe(asMade('of-this.33', taken()));
    expect(readFileSync(taken(), 'utf8')).toBe('<i>6 月</i>，已 <b>33 天</b>，<b>甲</b>');
    expect(readFileSync(page(), 'utf8')).toContain('2 天');
  });

  it('asks for no parts where nothing has gone on', () => {
    record('<i>5 月</i>，已 <b>2 天</b>');
    takeAs('of-this.2', '<b>never</b>');
    expect(readFileSync(taken(), 'utf8')).toBe('<i>6 月</i>，已 <b>2 天</b>');
  });

  it.each([
    ['was made of something else', '<b>2 天</b>', 'of-that.33', '<b>33 天</b>'],
    ['has no such part yet', '已解决', 'of-this.33', '<b>33 天</b>'],
    ['has one that it is to have no more', '<b>2 天</b>', 'of-this.33', ''],
    ['has one without an end', '<b>2 天', 'of-this.33', '<b>33 天</b>'],
  ])('leaves one that %s', (_, content, key, says) => {
    record(content);
    expect(takeAs(key, says)).toBeNull();
  });

  it('takes one as it stands that has none, and is to have none', () => {
    record('已解决');
    expect(takeAs('of-this.33', '')).toBe(asMade('of-this.33', page()));
    expect(statSync(taken()).ino).toBe(statSync(page()).ino);
  });
});

describe('writing a page anew', () => {
  it('never writes into the page of the last site that stands in its place', () => {
    linkSync(page(), taken());
    const opened = openAnew(ofRecord(), 'page.html', taken());
    writeFileSync(opened, '<p>新</p>');
    closeSync(opened);
    expect(readFileSync(taken(), 'utf8')).toBe('<p>新</p>');
    expect(readFileSync(page(), 'utf8')).toBe('<p>一</p>');
  });

  it('writes over a copy, and leaves nothing of it', () => {
    const copy = copied();
    const inode = statSync(copy).ino;
    const opened = openAnew(ofRecord(), 'page.html', copy);
    writeFileSync(opened, '新');
    closeSync(opened);
    expect(readFileSync(copy, 'utf8')).toBe('新');
    expect(statSync(copy).ino).toBe(inode);
    expect(readFileSync(page(), 'utf8')).toBe('<p>一</p>');
  });
});
