/// Why a database is not ours to use.
enum SchemaError: Error {
    case foreign, newer, notUnicode, oldServer
}
