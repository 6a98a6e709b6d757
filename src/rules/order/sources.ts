import {userGuide} from '../citation.ts';
import type {Citation} from '../finding.ts';

const READ = '2026-11-22';

/** Cites what the user guide says of the members of a session request. */
export function createSession(facts: readonly string[]): Citation {
	return userGuide('authentication-create-session', 'CreateSession API', READ, facts);
}

/** Cites what the user guide says of the flags that ask for a session. */
export function helperFlags(facts: readonly string[]): Citation {
	return userGuide('credential-helper', 'Get temporary security credentials', READ, facts);
}

/** Cites the kinds of ARN that IAM Roles Anywhere has. */
export function arnForms(facts: readonly string[]): Citation {
	return {
		title: 'Service Authorization Reference: IAM Roles Anywhere',
		url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementrolesanywhere.html',
		read: READ,
		facts,
	};
}

/** Cites where the endpoints of the service are listed. */
export function serviceEndpoints(facts: readonly string[]): Citation {
	return {
		title: 'AWS General Reference: IAM Roles Anywhere endpoints and quotas',
		url: 'https://docs.aws.amazon.com/general/latest/gr/rolesanywhere.html',
		read: READ,
		facts,
	};
}
