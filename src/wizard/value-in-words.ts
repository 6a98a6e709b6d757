import {printable} from '../printable.ts';
import type {AnswerValue, Field, SecretSource} from './field.ts';
import {values as texts} from './texts/en.ts';

/** An answer as a person reads it, on one line and safe to show. */
export function valueInWords(field: Field, value: AnswerValue): string {
	if (typeof value === 'boolean') {
		return field.kind === 'switch' ? field.labels[value ? 'yes' : 'no'] : String(value);
	}

	if (typeof value === 'number') {
		return field.kind === 'number' ? `${value} ${field.unit}` : String(value);
	}

	if (typeof value === 'string') {
		return field.kind === 'choice' ? (field.labels[value] ?? printable(value)) : printable(value);
	}

	return 'from' in value ? secretInWords(value) : listInWords(value);
}

function listInWords(values: readonly string[]): string {
	return values.length === 0 ? texts.none : values.map(printable).join(', ');
}

function secretInWords(source: SecretSource): string {
	switch (source.from) {
		case 'file':
			return texts.fromFile(printable(source.path));
		case 'environment':
			return texts.fromVariable(printable(source.variable));
		case 'typed':
			return texts.typed;
		case 'nowhere':
			return texts.unencrypted;
	}
}
