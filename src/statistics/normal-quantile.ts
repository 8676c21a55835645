import { requireProbability } from './requirements.ts';

const centralNumerator = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const centralDenominator = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const outerNumerator = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const outerDenominator = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const farNumerator = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const farDenominator = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];

function polynomial(coefficients: readonly number[], variable: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * variable + coefficient, 0);
}

/**
 * Normal quantile (probit).
 *
 * Question: below which z does the share `probability` of a standard normal variable lie? For interval
 * multipliers such as 1.96; not for small samples with an estimated spread (see `studentQuantile`).
 *
 * Method: Wichura's algorithm AS 241 (PPND16), Applied Statistics 37, 1988, p. 477; relative error near 1e-16.
 *
 * Edges: throws at 0 and 1, where the quantile is infinite. For tails below 1e-16 ask for the lower tail and
 * change the sign, because `1 - probability` is not exact there.
 *
 * @example
 * normalQuantile(0.975) // => 1.959963984540054
 * normalQuantile(0.001) // => -3.090232306167813
 * normalQuantile(0.5) // => 0
 * normalQuantile(1) // => throws normalQuantile needs a probability between zero and one, got 1
 */
export function normalQuantile(probability: number): number {
  requireProbability('normalQuantile', probability);
  const fromCentre = probability - 0.5;
  if (Math.abs(fromCentre) <= 0.425) {
    const closeness = 0.180625 - fromCentre * fromCentre;
    return (fromCentre * polynomial(centralNumerator, closeness)) / polynomial(centralDenominator, closeness);
  }
  const distance = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
  const magnitude =
    distance <= 5
      ? polynomial(outerNumerator, distance - 1.6) / polynomial(outerDenominator, distance - 1.6)
      : polynomial(farNumerator, distance - 5) / polynomial(farDenominator, distance - 5);
  return Math.sign(fromCentre) * magnitude;
}
