extension PolicyRun {
  /// Some rule reads any object of the repository, as the parameters of a ValidatingAdmissionPolicy are: what it says of
  /// one object can change with any other.
  public var readsAnyObject: Bool { !plan.admissions.isEmpty }
}
