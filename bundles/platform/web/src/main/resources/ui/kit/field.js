// One field of a form: label, control, help and faults, tied together for screen readers.
import { html, ifDefined, nothing } from './lit.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);

/**
 * @param {{field: import('./form.js').Field, id: string, value: unknown, faults: {message: string, row?: number}[],
 *     change: (value: unknown) => void}} context
 */
export function control(context) {
  const { field } = context;
  if (field.type === 'hidden') return nothing;
  return (templates[field.type] ?? (isSet(field) ? choices : line))({ ...context, ...described(context) });
}

const isSet = field => field.multiple && field.options;

const templates = {
  textarea: context => labelled(context, html`
    <textarea id=${context.id} name=${context.field.name} rows=${context.field.rows ?? 4} .value=${context.value ?? ''}
      placeholder=${ifDefined(context.field.placeholder)} ?required=${context.field.required}
      maxlength=${ifDefined(context.field.maxLength)} aria-describedby=${context.describedBy}
      aria-invalid=${context.invalid} @input=${event => context.change(event.target.value || null)}></textarea>`),
  select: context => (isSet(context.field) ? choices(context) : labelled(context, select(context))),
  checkbox: context => (context.field.options ? choices(context) : box(context)),
  radio: context => choices(context),
  file: context => labelled(context, html`
    <input type="file" id=${context.id} name=${context.field.name} accept=${ifDefined(context.field.accept)}
      ?multiple=${context.field.multiple} ?required=${context.field.required} aria-describedby=${context.describedBy}
      aria-invalid=${context.invalid} @change=${event => context.change(files(event.target, context.field))}>`),
  unit: context => labelled(context, html`<gl-unit-chooser input-id=${context.id} .value=${context.value ?? ''}
    .level=${context.field.level} .asOf=${context.field.asOf} ?required=${context.field.required}
    described-by=${context.describedBy} ?invalid=${context.faults.length} @gl-change=${event => picked(event, context)}></gl-unit-chooser>`),
  units: context => labelled(context, html`<gl-unit-chooser multiple input-id=${context.id} .value=${context.value ?? []}
    .level=${context.field.level} .asOf=${context.field.asOf} ?required=${context.field.required}
    described-by=${context.describedBy} ?invalid=${context.faults.length} @gl-change=${event => picked(event, context)}></gl-unit-chooser>`),
  person: context => labelled(context, html`<gl-person-chooser input-id=${context.id} .value=${context.value ?? ''}
    .unit=${context.field.unit} ?required=${context.field.required} described-by=${context.describedBy}
    ?invalid=${context.faults.length} @gl-change=${event => picked(event, context)}></gl-person-chooser>`),
  organization: context => labelled(context, html`<gl-organization-chooser input-id=${context.id} .value=${context.value ?? ''}
    .family=${context.field.family} .unit=${context.field.unit} .asOf=${context.field.asOf} ?required=${context.field.required}
    described-by=${context.describedBy} ?invalid=${context.faults.length} @gl-change=${event => picked(event, context)}></gl-organization-chooser>`),
  document: context => labelled(context, html`<gl-document-chooser input-id=${context.id} .value=${context.value ?? ''}
    ?required=${context.field.required} described-by=${context.describedBy} ?invalid=${context.faults.length}
    @gl-change=${event => picked(event, context)}></gl-document-chooser>`),
};

function line(context) {
  const { field, id, value, describedBy, invalid, change } = context;
  const type = ['number', 'date', 'password'].includes(field.type) ? field.type : 'text';
  return labelled(context, html`
    <input type=${type} id=${id} name=${field.name} .value=${String(value ?? '')} ?required=${field.required}
      placeholder=${ifDefined(field.placeholder)} maxlength=${ifDefined(field.maxLength)} min=${ifDefined(field.min)}
      max=${ifDefined(field.max)} step=${ifDefined(field.step ?? (type === 'number' ? 'any' : undefined))}
      ?autofocus=${field.autofocus} autocomplete=${field.autocomplete ?? (type === 'password' ? 'new-password' : 'off')}
      aria-describedby=${describedBy} aria-invalid=${invalid} @input=${event => change(typed(event.target))}>`);
}

function typed(input) {
  if (input.type !== 'number') return input.value || null;
  return input.validity.badInput ? NaN : input.value === '' ? null : input.valueAsNumber;
}

function files(input, field) {
  return field.multiple ? [...input.files] : input.files[0] ?? null;
}

/** Choosers are elements with events of their own, which are not the form's. */
function picked(event, context) {
  event.stopPropagation();
  const { value } = event.detail;
  context.change(value === '' ? null : value);
}

function select({ field, id, value, describedBy, invalid, change }) {
  const options = field.options ?? [];
  const option = it => html`<option value=${it.value} ?selected=${it.value === value}>${it.label}</option>`;
  return html`
    <select id=${id} name=${field.name} ?required=${field.required} aria-describedby=${describedBy} aria-invalid=${invalid}
        @change=${event => change(options.find(it => String(it.value) === event.target.value)?.value ?? null)}>
      <option value="" ?selected=${value === undefined || value === null}>${field.placeholder ?? t('kit.form.choose')}</option>
      ${grouped(options).map(([group, members]) => (group
        ? html`<optgroup label=${group}>${members.map(option)}</optgroup>` : members.map(option)))}
    </select>`;
}

function box(context) {
  const { field, id, value, describedBy, invalid, change } = context;
  return html`
    <div class="gl-field">
      <label class="gl-choice"><input type="checkbox" id=${id} name=${field.name} .checked=${Boolean(value)}
        aria-describedby=${describedBy} aria-invalid=${invalid} @change=${event => change(event.target.checked)}>
        <span>${field.label}${mark(field)}</span></label>
      ${notes(context)}
    </div>`;
}

function choices(context) {
  const { field, id, value, describedBy, faults, change } = context;
  const single = field.type === 'radio';
  const isOn = it => (single ? it.value === value : (value ?? []).includes(it.value));
  const toggle = (it, on) => change(single ? it.value
    : field.options.map(option => option.value).filter(option => (option === it.value ? on : (value ?? []).includes(option))));
  const choice = it => html`
    <label class="gl-choice"><input type=${single ? 'radio' : 'checkbox'} name=${`${id}-choice`} .checked=${isOn(it)}
      aria-invalid=${faults.length ? 'true' : nothing} @change=${event => toggle(it, event.target.checked)}>
      <span>${it.label}</span></label>`;
  return html`
    <fieldset class="gl-field" id=${id} aria-describedby=${describedBy}>
      <legend>${field.label}${mark(field)}</legend>
      ${grouped(field.options).map(([group, members]) => html`
        <div class="gl-choices" role=${group ? 'group' : nothing} aria-label=${group ?? nothing}>
          ${group ? html`<div class="gl-choices-head">${group}</div>` : nothing}${members.map(choice)}
        </div>`)}
      ${notes(context)}
    </fieldset>`;
}

function grouped(options) {
  const groups = new Map();
  for (const option of options) groups.set(option.group, [...groups.get(option.group) ?? [], option]);
  return [...groups];
}

function labelled(context, input) {
  return html`<div class="gl-field"><label for=${context.id}>${context.field.label}${mark(context.field)}</label>
    ${input}${notes(context)}</div>`;
}

function mark(field) {
  return field.required ? html`<span class="gl-required" aria-hidden="true">*</span>` : nothing;
}

function described({ field, id, faults }) {
  const ids = [field.help && `${id}-help`, faults.length && `${id}-fault`].filter(Boolean);
  return { describedBy: ids.length ? ids.join(' ') : nothing, invalid: faults.length ? 'true' : nothing };
}

function notes({ field, id, faults }) {
  return html`
    ${field.help ? html`<div class="gl-help" id=${`${id}-help`}>${field.help}</div>` : nothing}
    ${faults.length ? html`<div class="gl-fault" id=${`${id}-fault`}>
      ${faults.map(fault => html`<div>${fault.message}</div>`)}</div>` : nothing}`;
}
