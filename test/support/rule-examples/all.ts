import {accountExamples} from './account.ts';
import {certificateExamples} from './certificate.ts';
import {configFileExamples} from './config-file.ts';
import {credentialProcessExamples} from './credential-process.ts';
import {crlExamples} from './crl.ts';
import type {FolderExamples} from './example.ts';
import {fileExamples} from './file.ts';
import {hostExamples} from './host.ts';
import {keyExamples} from './key.ts';
import {networkExamples} from './network.ts';
import {orderExamples} from './order.ts';
import {pathExamples} from './path.ts';
import {programExamples} from './program.ts';
import {readingExamples} from './reading.ts';
import {sessionExamples} from './session.ts';
import {setExamples} from './set.ts';
import {trustAnchorExamples} from './trust-anchor.ts';

/** Who judges the examples of each folder of rules. */
export const exampleJudges: Readonly<Record<string, FolderExamples>> = {
	account: accountExamples,
	certificate: certificateExamples,
	'config-file': configFileExamples,
	'credential-process': credentialProcessExamples,
	crl: crlExamples,
	file: fileExamples,
	host: hostExamples,
	key: keyExamples,
	network: networkExamples,
	order: orderExamples,
	path: pathExamples,
	program: programExamples,
	reading: readingExamples,
	session: sessionExamples,
	set: setExamples,
	'trust-anchor': trustAnchorExamples,
};
