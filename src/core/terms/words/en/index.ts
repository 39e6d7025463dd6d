export { danish as english } from '../da/index.ts'
