import ArgumentParser
import SessionModel

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the JSON Schema of what is read or written.",
        discussion: """
            For programs that take the results over, and for editors that check plans while they are written. Without a \
            name it lists the schemas.

              repcount schema session > session.schema.json
            """)

    @Argument(help: ArgumentHelp("Which schema.", valueName: "name"))
    var name: JSONSchema?

    func run() throws {
        do {
            var output = Output(path: nil)
            try output.write(name?.text ?? JSONSchema.allCases.map { $0.rawValue + "\n" }.joined())
            try output.finish()
        } catch {
            throw report(error)
        }
    }
}

extension JSONSchema: ExpressibleByArgument {}
