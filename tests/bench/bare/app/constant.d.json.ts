declare const constant: unknown
export default constant
