import { rm } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { runFolder, writeProgramme } from '../small-programme.ts';

it('counts the answers to each of more questions than are counted at a time, those with several choices too', async () => {
  const ids = Array.from({ length: 34 }, (_, place) => `q${place}`);
  const kindOf = (place: number) => (place % 33 === 0 ? 'multiple' : 'grade');
  const answerTo = (place: number) => (kindOf(place) === 'multiple' ? 'a|b' : '满意');
  const questions = ids.map(
    (id, place) =>
      `${id},experience,${kindOf(place)},问题,Question,${kindOf(place) === 'multiple' ? 'doors' : ''}`,
  );
  // Question n is answered by n people fewer than there are.
  const people = Array.from({ length: 60 }, (_, row) => [
    `R${row},2025-03-10,主动评价`,
    ...ids.map((_id, place) => (row < place ? '' : answerTo(place))),
  ]);
  const folder = await writeProgramme({
    'lookup/questions.csv': ['id,survey,kind,name_zh,name_en,scale', ...questions, ''].join('\n'),
    'lookup/choices.csv': 'scale,id,name_zh,name_en\ndoors,a,甲,First\ndoors,b,乙,Second\n',
    'drops/1.csv': [
      ['response_id,submitted_on,origin', ...ids].join(','),
      ...people.map((row) => row.join(',')),
      '',
    ].join('\n'),
  });
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { rows, problems } = await runFolder(folder);
  expect(problems.map(({ code }) => code)).toEqual([]);
  const given = (await rows('answers'))
    .filter((row) => row['subject_kind'] === 'programme' && row['period'] === 'all' && row['count'] !== '0')
    .map((row) => `${row['question_id']} ${row['answer_zh']} ${row['count']} of ${row['base']}`);
  const expected = ids.flatMap((id, place) => {
    const there = 60 - place;
    const chosen = kindOf(place) === 'multiple' ? ['甲', '乙'] : ['满意'];
    return chosen.map((answer) => `${id} ${answer} ${there} of ${there}`);
  });
  expect(given).toEqual(expected);
});
