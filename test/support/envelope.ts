import {readFileSync} from 'node:fs';
import {Ajv2020} from 'ajv/dist/2020.js';

const ajv = new Ajv2020({strict: true, allErrors: true});

/**
 * Reads what a verb printed under `--json`: one document, one line end, valid against its own schema
 * in docs/schemas/.
 */
export function readEnvelope(verb: string, stdout: string): {ok: boolean; result: unknown; error: unknown} {
	const document: unknown = JSON.parse(stdout);
	if (!/^\{[^\n]*\}\n$/.test(stdout)) {
		throw new Error(`${verb} --json printed more than one line`);
	}

	const schema: object = JSON.parse(readFileSync(`docs/schemas/${verb.replace(' ', '-')}.json`, 'utf8'));
	const validate = ajv.getSchema(`anchorsmith/${verb}`) ?? ajv.compile({...schema, $id: `anchorsmith/${verb}`});
	if (validate(document) !== true) {
		throw new Error(`${verb} --json breaks its schema: ${ajv.errorsText(validate.errors)}`);
	}

	if (!isEnvelope(document)) {
		throw new Error(`${verb} --json is no envelope`);
	}

	return document;
}

function isEnvelope(document: unknown): document is {ok: boolean; result: unknown; error: unknown} {
	return (
		typeof document === 'object' && document !== null && 'ok' in document && 'result' in document && 'error' in document
	);
}
