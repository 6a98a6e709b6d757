import type {Field} from './field.ts';
import {textField} from './text-field.ts';

/** What a number field is made of. */
export interface NumberFieldOptions {
	readonly value?: number;
	readonly ghost?: number;
	readonly unit: string;
}

/** Digits. The value is what was typed: whether it is a number, and within bounds, its reader decides. */
export function numberField({value, ghost, unit}: NumberFieldOptions): Field<string> {
	return textField({
		...(value !== undefined && {text: String(value)}),
		...(ghost !== undefined && {ghost: String(ghost), canTakeGhost: true}),
		unit,
		only: /[\d-]/,
	});
}
