// Values inside values, named as problems name them: `members[1].unit`.

const steps = path => path.match(/[^.[\]]+/g) ?? [];

export function valueAt(value, path) {
  return steps(path).reduce((found, step) => found?.[step], value);
}

/** A copy with another value there. */
export function withValueAt(value, path, changed) {
  return put(value, steps(path), changed);
}

function put(value, [step, ...others], changed) {
  if (step === undefined) return changed;
  const copy = Array.isArray(value) ? [...value] : value ? { ...value } : /^\d+$/.test(step) ? [] : {};
  copy[step] = put(copy[step], others, changed);
  return copy;
}
