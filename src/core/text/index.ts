/**
 * Texts in, values with places out: YAML with positions, CSV bytes into columns. Knows formats, not contracts.
 */
export { excerpt } from './excerpt.ts'
export { insertKey, removeEntry, replaceAt } from './yaml-edit.ts'
export {
  type YamlEmpty,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlText,
  readYaml,
} from './yaml.ts'
