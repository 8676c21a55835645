import { everything, figureOf, type FigureRow } from '../figures/figures.ts';
import { text } from '../i18n/text.ts';
import { programme } from '../programme.ts';
import { formatFigure } from '../words/format.ts';

/** What the survey comes to, in a sentence with places for its numbers and as a plain text. */
export interface SurveyOpening {
  readonly headline: string;
  readonly description: string;
  readonly figures: Readonly<
    Record<'answered' | 'positive' | 'negative' | 'responses', FigureRow | undefined>
  >;
}

/** How the survey opens: with the overall question where there is one, else with how many answered. */
export function surveyOpening(language: string): SurveyOpening {
  const { survey: words } = text(language);
  const of = (measure: string, question = '') => figureOf(everything, measure, undefined, question);
  const overall = programme.overallQuestion;
  const figures = {
    answered: of('answered', overall),
    positive: of('positive_rate', overall),
    negative: of('negative_rate', overall),
    responses: of('responses'),
  };
  const { answered, positive, negative, responses } = figures;
  const shown = (figure: FigureRow | undefined) => (figure ? formatFigure(figure) : '');
  if (positive?.status === 'shown') {
    const description = words.description(shown(answered), shown(positive), shown(negative));
    return { headline: words.headline, description, figures };
  }
  const count = responses?.count ?? 0;
  const headline =
    count > 0
      ? words.headlineResponses(count)
      : responses?.status === 'withheld'
        ? words.headlineWithheld
        : words.headlineNone;
  return { headline, description: words.descriptionPlain, figures };
}
