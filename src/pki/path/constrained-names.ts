import {type Certificate, valueOf as presentValue} from '../certificate/certificate.ts';
import {hexOf} from '../der/der-values.ts';
import type {GeneralName} from '../names/general-name.ts';
import {isHostName, isIpv4} from './name-forms.ts';

/** A name that constraints are applied to, and where it stands. */
export interface ConstrainedName {
	readonly name: GeneralName;
	readonly at: 'alternative name' | 'subject' | 'common name';
}

/** How `NameConstraints` tells names apart: a constraint of one form says nothing about another. */
export function formOf(name: GeneralName): string {
	return name.kind === 'other' ? `other ${name.tag}` : name.kind;
}

/** The form in words. */
export function formTitle(name: GeneralName): string {
	const others: Readonly<Record<number, string>> = {
		0: 'otherName',
		3: 'x400Address',
		5: 'ediPartyName',
		8: 'registeredID',
	};
	const titles = {
		dns: 'DNS name',
		uri: 'URI',
		email: 'mail address',
		ip: 'IP address',
		directoryName: 'directory name',
	};
	return name.kind === 'other' ? (others[name.tag] ?? 'name') : titles[name.kind];
}

/** The name as text. */
export function nameText(name: GeneralName): string {
	return name.kind === 'other'
		? `#${hexOf(name.bytes)}`
		: typeof name.value === 'string'
			? name.value
			: name.value.text;
}

/**
 * Every name of a certificate that constraints apply to (RFC 5280, section 4.2.1.10).
 *
 * A mail address in the subject counts when there is no alternative name at all, as that section says. A common name
 * that reads as a host or an address counts when no alternative name is a host or an address, since programs take it
 * for one then; the RFC does not ask for that.
 */
export function constrainedNames(certificate: Certificate): readonly ConstrainedName[] {
	const {subject, subjectAlternativeName} = certificate;
	const alternative = presentValue(subjectAlternativeName) ?? [];
	const names: ConstrainedName[] = alternative.map(name => ({name, at: 'alternative name'}));
	if (!subject.isEmpty) {
		names.push({name: {kind: 'directoryName', value: subject}, at: 'subject'});
	}

	if (subjectAlternativeName.state === 'absent') {
		names.push(...subject.all('emailAddress').map(value => ({name: {kind: 'email', value}, at: 'subject'}) as const));
	}

	if (!alternative.some(({kind}) => kind === 'dns' || kind === 'ip')) {
		names.push(...subject.all('CN').flatMap(hostInCommonName));
	}

	return names;
}

function hostInCommonName(value: string): readonly ConstrainedName[] {
	if (isIpv4(value)) {
		return [{name: {kind: 'ip', value, bytes: Uint8Array.from(value.split('.').map(Number))}, at: 'common name'}];
	}

	return value.includes('.') && isHostName(value) ? [{name: {kind: 'dns', value}, at: 'common name'}] : [];
}
