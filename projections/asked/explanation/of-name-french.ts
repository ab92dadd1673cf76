/** «de Région Bourgogne», «d’École nationale d’administration»: before a vowel «de» loses its own. */
export const ofNameInFrench = (name: string): string =>
  /^[aeiouyœæ]/i.test(plain(name)) ? `d’${name}` : `de ${name}`

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '')
