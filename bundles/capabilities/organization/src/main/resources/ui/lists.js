/** What tables of this bundle have in common. */
import { linkTo } from './links.js';

/** A column that names what the item's code stands for, see `withNames`. */
export const named = (key, label, family, more) => ({
  key, label, render: item => linkTo(family, item.names[key]), value: item => item.names[key]?.name, ...more,
});
