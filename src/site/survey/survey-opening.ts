import { everything, figureOf, type FigureRow } from '../figures/figures.ts';
import { text } from '../i18n/text.ts';
import { formatFigure } from '../words/format.ts';
import { leadingQuestion, sideRates } from './sides.ts';
import type { Question } from './survey.ts';

/** What the survey comes to, in a sentence with places for its numbers and as a plain text. */
export interface SurveyOpening {
  readonly headline: string;
  readonly description: string;
  readonly figures: Readonly<
    Record<'answered' | 'positive' | 'negative' | 'responses', FigureRow | undefined>
  >;
  /** The question that a scale sums the survey up with: what was asked, and which answers count, must be said with it. */
  readonly scale: Question | undefined;
}

/** How the survey opens: with the question that leads where there is one, else with how many answered. */
export function surveyOpening(language: string): SurveyOpening {
  const { survey: words, scale: scaleWords } = text(language);
  const of = (measure: string, question = '') => figureOf(everything, measure, undefined, question);
  const { question_id: leading = '', kind } = leadingQuestion ?? {};
  const [good = '', bad = ''] = sideRates(kind) ?? [];
  const scale = kind === 'scale' ? leadingQuestion : undefined;
  const figures = {
    answered: of('answered', leading),
    positive: of(good, leading),
    negative: of(bad, leading),
    responses: of('responses'),
  };
  const { answered, positive, negative, responses } = figures;
  const shown = (figure: FigureRow | undefined) => (figure ? formatFigure(figure) : '');
  if (positive?.status === 'shown') {
    const { headline, description } = scale === undefined ? words : scaleWords;
    return {
      headline,
      description: description(shown(answered), shown(positive), shown(negative)),
      figures,
      scale,
    };
  }
  const count = responses?.count ?? 0;
  const headline =
    count > 0
      ? words.headlineResponses(count)
      : responses?.status === 'withheld'
        ? words.headlineWithheld
        : words.headlineNone;
  return { headline, description: words.descriptionPlain, figures, scale: undefined };
}
