// Whether words can be read.

const READABLE = 4.6;

/** The colour itself, or moved towards black or white until words in it can be read on each of the surfaces. */
export function readable(colour, { surfaces, pole }) {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, pole, share);
    if (surfaces.every(surface => contrast(mixed, surface) >= READABLE)) return mixed;
  }
  return pole;
}

/** Words on the colour: white where that can be read, else black. */
export function onColour(colour) {
  return contrast('#ffffff', colour) >= READABLE ? '#ffffff' : '#000000';
}

/** As WCAG 2 has it. */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const channels = colour => [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));

function mix(colour, other, share) {
  const others = channels(other);
  const mixed = channels(colour).map((value, at) => Math.round(value * (1 - share) + others[at] * share));
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour) {
  const [red, green, blue] = channels(colour)
    .map(value => value / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
