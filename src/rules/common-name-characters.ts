/** The characters of a common name that STS takes neither as a session tag nor as a source identity (fact sheet, EE-11, TAG-05). */
export function foreignCharacters(name: string): readonly string[] {
	return /^[\w .:/=+\-@]*$/.test(name)
		? []
		: [...new Set(name.match(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu) ?? [])].slice(0, 5);
}
