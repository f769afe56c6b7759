/// Why a file that is a database is not ours to use.
enum SchemaError: Error {
    case foreign, newer
}
