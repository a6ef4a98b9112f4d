// What a form knows to be wrong before it asks the server.
import { texts } from './words.js';

const t = await texts(import.meta.url);

const isEmpty = value => value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);

/** The first thing wrong with a field's value, or null. */
export function faultOf(field, value) {
  if (isEmpty(value) || (field.type === 'checkbox' && !field.options && !value)) {
    return field.required ? t('kit.form.required') : null;
  }
  if (field.maxLength && [...String(value)].length > field.maxLength) return t('kit.form.maxLength', { max: field.maxLength });
  if (field.pattern && !new RegExp(`^(?:${field.pattern})$`, 'u').test(value)) return field.help ?? t('kit.form.pattern');
  if (field.type === 'number' && Number.isNaN(value)) return t('kit.form.number');
  if (field.min !== undefined && value < field.min) return t('kit.form.min', { min: field.min });
  if (field.max !== undefined && value > field.max) return t('kit.form.max', { max: field.max });
  return null;
}
