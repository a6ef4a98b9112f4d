// The colours of the style sheet, for what is drawn without it.

/** Values of the variables that charts need, as they are now where the element stands. */
export function colours(element) {
  const style = getComputedStyle(element);
  const value = name => style.getPropertyValue(name).trim();
  return {
    text: value('--gl-text'),
    muted: value('--gl-muted'),
    line: value('--gl-line'),
    surface: value('--gl-surface'),
    series: [1, 2, 3, 4, 5, 6, 7, 8].map(number => value(`--gl-series-${number}`)),
  };
}

/** Calls when the page turns light or dark. Returns how to stop. */
export function onColours(changed) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = new MutationObserver(changed);
  dark.addEventListener('change', changed);
  root.observe(document.documentElement, { attributes: true });
  return () => {
    dark.removeEventListener('change', changed);
    root.disconnect();
  };
}
