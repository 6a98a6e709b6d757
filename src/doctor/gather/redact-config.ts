import {withoutNote} from '../../config-file/javascript-dialect.ts';
import {joinLines, splitLines} from '../../config-file/lines.ts';
import {REDACTED} from '../evidence/config.ts';
import {isHelperCommand, ProcessRedaction, withoutUserInfo} from './redact-process.ts';

/** Settings whose values tell which credentials are taken, or where requests go, and are no secrets. */
const PLAIN_KEYS =
	/^(?:region|output|role_arn|source_profile|credential_source|role_session_name|duration_seconds|web_identity_token_file|login_session|services|endpoint_url|ca_bundle|ignore_configured_endpoint_urls|use_(?:fips|dualstack)_endpoint|defaults_mode|retry_mode|max_attempts|sts_regional_endpoints|tcp_keepalive|parameter_validation|addressing_style|max_concurrent_requests|payload_signing_enabled|sso_(?:session|start_url|region|account_id|role_name|registration_scopes)|cli_[a-z_]+)$/i;

/**
 * The text of a config or credentials file, line for line, with all values taken out that are or may be secret. What the
 * rules on config files find in it is what they find in the file itself.
 */
export function redactConfig(text: string): string {
	const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
	const lines = splitLines(text.slice(mark.length));
	const redaction = new Redaction(lines.map(line => line.text));
	return mark + joinLines(lines.map(({text: line, end}, index) => ({text: redaction.take(line, index), end})));
}

/** Goes through the lines in order: what a line is depends on what stands before it, as for every reader of such files. */
class Redaction {
	readonly #lines: readonly string[];
	#isInSection = false;
	#level = 0;
	#key: string | undefined;
	#process: ProcessRedaction | undefined;
	#isHelper = false;

	constructor(lines: readonly string[]) {
		this.#lines = lines;
	}

	take(line: string, index: number): string {
		const [, indent = '', content = ''] = /^(\s*)([\s\S]*?)\s*$/.exec(line) ?? [];
		if (content === '') {
			return line;
		}

		if (/^[#;]/.test(content)) {
			return `${indent}${content.charAt(0)} ${REDACTED}`;
		}

		const isContinued = this.#isInSection && this.#key !== undefined && indent.length > this.#level;
		if (isContinued) {
			return this.#continued(line, indent, content, index);
		}

		this.#level = indent.length;
		const header = /^\[[^\n]+\]/.exec(content)?.[0];
		if (header !== undefined) {
			this.#isInSection = true;
			this.#key = undefined;
			return indent + header + tail(content.slice(header.length));
		}

		return this.#isInSection ? this.#setting(line, indent, content, index) : indent + unreadable(content);
	}

	#continued(line: string, indent: string, content: string, index: number): string {
		if (isHeaderToJavaScript(line)) {
			return line;
		}

		if (this.#key === 'credential_process' && this.#process) {
			// Some clients take an indented line for a setting of its own.
			const [, own = '', rest = ''] = /^(credential_process\s*=)?([\s\S]*)$/.exec(content) ?? [];
			const redaction = own === '' ? this.#process : new ProcessRedaction({isHelper: isHelperCommand(rest)});
			return indent + own + redaction.take(rest);
		}

		const at = content.indexOf('=');
		return at <= 0 ? indent + unreadable(content) : this.#valued(line, indent, content, at, index);
	}

	#setting(line: string, indent: string, content: string, index: number): string {
		const at = content.search(/[=:]/);
		if (at <= 0) {
			return isHeaderToJavaScript(line) ? line : indent + unreadable(content);
		}

		this.#key = content.slice(0, at).trim().toLowerCase();
		this.#process = undefined;
		return this.#valued(line, indent, content, at, index);
	}

	#valued(line: string, indent: string, content: string, at: number, index: number): string {
		const written = content.slice(0, at);
		const [, blanks = '', value = ''] = /^([=:]\s*)([\s\S]*)$/.exec(content.slice(at)) ?? [];
		const name = written.trim().toLowerCase();
		const shown = indent + shownKey(written) + blanks;
		if (name === 'credential_process') {
			this.#isHelper = isHelperCommand(this.#command(value, index));
			const process = new ProcessRedaction({isHelper: this.#isHelper});
			this.#process ??= process;
			return shown + process.take(value);
		}

		if (PLAIN_KEYS.test(name)) {
			return shown + withoutUserInfo(value);
		}

		const before = line.slice(0, line.length - line.trimStart().length + at) + blanks;
		return name.startsWith('-') ? indent + this.#stray(written, blanks, value, before) : shown + hidden(before, value);
	}

	/** The rest of a command that was broken into lines. */
	#stray(written: string, blanks: string, value: string, before: string): string {
		const redaction = new ProcessRedaction({isHelper: this.#isHelper, isRest: true});
		const shown = redaction.take(written);
		const isSecret = shown !== written || redaction.isSecretNext;
		return shown + blanks + (isSecret ? hidden(before, value) : redaction.take(value));
	}

	/** The command that begins here, with all lines that may belong to it. */
	#command(value: string, index: number): string {
		const rest = this.#lines.slice(index + 1);
		const end = rest.findIndex(line => /^\[|^\w[\w ]*[=:]|^\s*credential_process\b/i.test(line));
		return [value, ...rest.slice(0, end === -1 ? undefined : end)].join(' ');
	}
}

/** A value that is not shown, as empty to each reader as it was. */
function hidden(before: string, value: string): string {
	if (value === '') {
		return '';
	}

	const whole = `${before}${value}`;
	const note = whole.search(/(?:^|\s)[;#]/);
	if (note === -1) {
		return REDACTED;
	}

	const isAllNote = withoutNote(whole) === before.trim();
	return isAllNote ? `${value.charAt(0)}${REDACTED}` : `${REDACTED} #${REDACTED}`;
}

/** Names of settings are shown; what looks like a secret without a name is not. */
function shownKey(written: string): string {
	const name = written.trim();
	const isRandom = name.length >= 16 && /\d/.test(name) && /[a-z]/.test(name) && /[A-Z]/.test(name);
	return /[/+]/.test(name) || (isRandom && !/\s/.test(name)) ? written.replace(name, REDACTED) : written;
}

function unreadable(content: string): string {
	return content.startsWith('[') ? `[${REDACTED}` : REDACTED;
}

function tail(text: string): string {
	if (text.trim() === '') {
		return text;
	}

	return /^\s+[#;]/.test(text) ? ` #${REDACTED}` : ` ${REDACTED}`;
}

function isHeaderToJavaScript(line: string): boolean {
	const content = withoutNote(line);
	return content.startsWith('[') && content.endsWith(']');
}
