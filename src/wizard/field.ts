/** Where a passphrase comes from; never the passphrase itself. */
export type SecretSource =
	| {readonly from: 'file'; readonly path: string}
	| {readonly from: 'environment'; readonly variable: string}
	/** Typed in the wizard and kept in memory alone; to be asked for again when the program starts anew. */
	| {readonly from: 'typed'}
	/** Typed by the person of this run and held in its memory only, apart from the answers. */
	| {readonly from: 'typed'}
	/** Chosen in so many words: the key will lie there unencrypted. */
	| {readonly from: 'nowhere'};

/** What all kinds of field have. */
interface FieldOf<Kind extends string, Value> {
	readonly kind: Kind;
	/** True for a value of this kind, whoever gave it. */
	readonly accepts: (value: unknown) => value is Value;
	/** What is expected, after "should be": "a text", "a whole number from 1 to 10". */
	readonly expected: string;
}

/** One line of text. */
export interface TextField extends FieldOf<'text', string> {
	readonly example: string;
}

/** Several lines of text, possibly none. */
export interface ListField extends FieldOf<'list', readonly string[]> {
	readonly example: string;
}

/** The path of a file that must exist. */
export interface PathField extends FieldOf<'path', string> {
	/** Stands for the value in help, such as `FILE`. */
	readonly example: string;
}

/** A whole number. */
export interface NumberField extends FieldOf<'number', number> {
	readonly minimum: number;
	readonly maximum: number;
	/** Such as `days`. */
	readonly unit: string;
}

/** Yes or no. */
export interface SwitchField extends FieldOf<'switch', boolean> {
	/** What each means, in words. */
	readonly labels: SwitchLabels;
}

/** What yes and no mean, in words. */
export interface SwitchLabels {
	readonly yes: string;
	readonly no: string;
}

/** One of a few words. */
export interface ChoiceField<Choice extends string = string> extends FieldOf<'choice', Choice> {
	readonly choices: readonly Choice[];
	/** Each choice in words. */
	readonly labels: Readonly<Record<string, string>>;
}

/** Where a secret comes from: a file, an environment variable, or deliberately nowhere. */
export type SecretSourceField = FieldOf<'secret-source', SecretSource>;

/** A kind of field, with what whoever draws or reads it must know. */
export type Field = TextField | ListField | PathField | NumberField | SwitchField | ChoiceField | SecretSourceField;

/** What a question can be answered with. */
export type AnswerValue = string | number | boolean | readonly string[] | SecretSource;

/** Makes a {@link TextField}. */
export function text(example: string): TextField {
	return {kind: 'text', example, accepts: isText, expected: 'a text'};
}

/** Makes a {@link PathField}. */
export function path(example: string): PathField {
	return {kind: 'path', example, accepts: isText, expected: 'a path'};
}

/** Makes a {@link ListField}. */
export function list(example: string): ListField {
	return {
		kind: 'list',
		example,
		accepts: (value): value is readonly string[] => Array.isArray(value) && value.every(isText),
		expected: 'a list of texts',
	};
}

/** Makes a {@link NumberField}; both bounds are included. */
export function number({minimum, maximum, unit}: Pick<NumberField, 'minimum' | 'maximum' | 'unit'>): NumberField {
	return {
		kind: 'number',
		minimum,
		maximum,
		unit,
		accepts: (value): value is number =>
			typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum && value <= maximum,
		expected: `a whole number of ${unit} from ${minimum} to ${maximum}`,
	};
}

/** Makes a {@link SwitchField}. */
export function toggle(labels: SwitchLabels): SwitchField {
	return {
		kind: 'switch',
		labels,
		accepts: (value): value is boolean => typeof value === 'boolean',
		expected: 'true or false',
	};
}

/** Makes a {@link ChoiceField}. */
export function choice<const Choice extends string>(
	choices: readonly Choice[],
	labels: Readonly<Record<Choice, string>>,
): ChoiceField<Choice> {
	return {
		kind: 'choice',
		choices,
		labels,
		accepts: (value): value is Choice => choices.some(known => known === value),
		expected: `one of ${choices.join(', ')}`,
	};
}

/** Makes a {@link SecretSourceField}. */
export function secretSource(): SecretSourceField {
	return {kind: 'secret-source', accepts: isSecretSource, expected: 'where a passphrase comes from'};
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function isSecretSource(value: unknown): value is SecretSource {
	if (typeof value !== 'object' || value === null || !('from' in value)) {
		return false;
	}

	return (
		value.from === 'nowhere' ||
		value.from === 'typed' ||
		value.from === 'typed' ||
		(value.from === 'file' && 'path' in value && isText(value.path)) ||
		(value.from === 'environment' && 'variable' in value && isText(value.variable))
	);
}
