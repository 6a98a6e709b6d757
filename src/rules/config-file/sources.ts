import type {Citation} from '../finding.ts';

const READ = '2026-11-22';

/** Cites the shared config and credentials files as the SDK reference describes them. */
export function fileFormat(facts: readonly string[]): Citation {
	return {
		title: 'AWS SDKs and Tools Reference Guide: Shared config and credentials files',
		url: 'https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html',
		read: READ,
		facts,
	};
}

/** Cites what the AWS CLI's guide says of the two files and of what takes precedence. */
export function cliFiles(facts: readonly string[]): Citation {
	return {
		title: 'AWS CLI User Guide: Configuration and credential file settings',
		url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html',
		read: READ,
		facts,
	};
}

/** Cites what the AWS CLI's guide says of `credential_process`. */
export function externalProcess(facts: readonly string[]): Citation {
	return {
		title: 'AWS CLI User Guide: Sourcing credentials with an external process',
		url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sourcing-external.html',
		read: READ,
		facts,
	};
}

/** Cites the parser that the AWS CLI and boto3 read the files with. */
export function configParser(facts: readonly string[]): Citation {
	return {
		title: 'Python: configparser, Supported INI File Structure',
		url: 'https://docs.python.org/3/library/configparser.html#supported-ini-file-structure',
		read: READ,
		facts,
	};
}
