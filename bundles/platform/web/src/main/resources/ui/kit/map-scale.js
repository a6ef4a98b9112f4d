// Into which steps the values of a map fall.

const STEPS = 5;

/**
 * About as many values in each step, and never one value in two.
 *
 * @param {Record<string, number>} values by code
 * @param {string[]} codes what is on the map
 */
export function scale(values, codes) {
  const known = codes.map(code => values[code]).filter(value => typeof value === 'number').sort((a, b) => a - b);
  const distinct = [...new Set(known)];
  const ends = distinct.length <= STEPS ? distinct : quantiles(known);
  const steps = ends.map((to, index) => ({
    from: distinct.find(value => index === 0 || value > ends[index - 1]), to, colour: colour(index, ends.length),
  }));
  return {
    steps,
    isWhole: known.length === codes.length,
    /** @returns {number|undefined} 1 for the lowest values, 5 for the highest */
    colour: value => (typeof value === 'number' ? steps.find(step => value <= step.to)?.colour : undefined),
  };
}

/** The highest value of each step. */
function quantiles(sorted) {
  const ends = Array.from({ length: STEPS }, (_, step) => sorted[Math.ceil((step + 1) * sorted.length / STEPS) - 1]);
  return [...new Set(ends)];
}

/** Few steps lie far apart. */
function colour(index, count) {
  return count === 1 ? Math.ceil(STEPS / 2) : 1 + Math.round(index * (STEPS - 1) / (count - 1));
}
