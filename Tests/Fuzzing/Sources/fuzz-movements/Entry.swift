import Fuzzing

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.movements(UnsafeRawBufferPointer(start: bytes, count: count))
    return 0
}
