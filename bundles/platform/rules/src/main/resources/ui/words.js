// The words of this bundle, and how values of rules are read.
import { format, texts } from '@gridloom/ui';

export const t = await texts(import.meta.url);

/** A kept value as the reader sees it. */
export function shown(column, value) {
  if (value === undefined || value === null) return '';
  if (column.type === 'CHOICE') return column.choices.find(it => it.code === value)?.label ?? value;
  if (column.type === 'YES_NO') return t(value === 'true' ? 'value.yes' : 'value.no');
  if (column.type === 'DURATION') {
    const [amount, unit] = value.split(' ');
    return t(`duration.${unit}`, { amount });
  }
  return column.type === 'NUMBER' ? [format.number(Number(value)), column.unit].filter(Boolean).join(' ') : value;
}

export const stateOf = version => t(`state.${version.state}`);

/** An etag as the server makes it of a version that stands in a record. */
export const etagOf = record => `"${record.version}"`;
