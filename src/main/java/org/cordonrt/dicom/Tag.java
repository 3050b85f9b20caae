package org.cordonrt.dicom;

/**
 * The attributes that Cordon reads or writes, by their DICOM keyword (PS3.6 section 6). A tag is the group number in the
 * upper and the element number in the lower 16 bits; groups from 0x8000 on are negative as an {@code int}.
 */
public final class Tag {
    // File meta information, PS3.10 section 7.1
    public static final int FileMetaInformationGroupLength = 0x00020000;
    public static final int FileMetaInformationVersion = 0x00020001;
    public static final int MediaStorageSOPClassUID = 0x00020002;
    public static final int MediaStorageSOPInstanceUID = 0x00020003;
    public static final int TransferSyntaxUID = 0x00020010;
    public static final int ImplementationClassUID = 0x00020012;
    public static final int ImplementationVersionName = 0x00020013;
    public static final int SourceApplicationEntityTitle = 0x00020016;
    public static final int PrivateInformationCreatorUID = 0x00020100;
    public static final int PrivateInformation = 0x00020102;

    // Identification
    public static final int SpecificCharacterSet = 0x00080005;
    public static final int LanguageCodeSequence = 0x00080006;
    public static final int ImageType = 0x00080008;
    public static final int InstanceCreationDate = 0x00080012;
    public static final int InstanceCreationTime = 0x00080013;
    public static final int InstanceCreatorUID = 0x00080014;
    public static final int InstanceCoercionDateTime = 0x00080015;
    public static final int SOPClassUID = 0x00080016;
    public static final int SOPInstanceUID = 0x00080018;
    public static final int StudyDate = 0x00080020;
    public static final int SeriesDate = 0x00080021;
    public static final int AcquisitionDate = 0x00080022;
    public static final int ContentDate = 0x00080023;
    public static final int StudyTime = 0x00080030;
    public static final int SeriesTime = 0x00080031;
    public static final int AcquisitionTime = 0x00080032;
    public static final int ContentTime = 0x00080033;
    public static final int AccessionNumber = 0x00080050;
    public static final int QueryRetrieveLevel = 0x00080052;
    public static final int Modality = 0x00080060;
    public static final int ConversionType = 0x00080064;
    public static final int Manufacturer = 0x00080070;
    public static final int InstitutionName = 0x00080080;
    public static final int InstitutionAddress = 0x00080081;
    public static final int InstitutionCodeSequence = 0x00080082;
    public static final int ReferringPhysicianName = 0x00080090;
    public static final int CodeValue = 0x00080100;
    public static final int CodingSchemeDesignator = 0x00080102;
    public static final int CodingSchemeVersion = 0x00080103;
    public static final int CodeMeaning = 0x00080104;
    public static final int MappingResource = 0x00080105;
    public static final int ContextGroupVersion = 0x00080106;
    public static final int ContextIdentifier = 0x0008010F;
    public static final int ContextUID = 0x00080117;
    public static final int LongCodeValue = 0x00080119;
    public static final int URNCodeValue = 0x00080120;
    public static final int TimezoneOffsetFromUTC = 0x00080201;
    public static final int EquipmentModality = 0x00080221;
    public static final int StationName = 0x00081010;
    public static final int StudyDescription = 0x00081030;
    public static final int ProcedureCodeSequence = 0x00081032;
    public static final int SeriesDescription = 0x0008103E;
    public static final int InstitutionalDepartmentName = 0x00081040;
    public static final int InstitutionalDepartmentTypeCodeSequence = 0x00081041;
    public static final int PhysiciansOfRecord = 0x00081048;
    public static final int OperatorsName = 0x00081070;
    public static final int OperatorIdentificationSequence = 0x00081072;
    public static final int ManufacturerModelName = 0x00081090;
    public static final int ReferencedStudySequence = 0x00081110;
    public static final int ReferencedPerformedProcedureStepSequence = 0x00081111;
    public static final int ReferencedSeriesSequence = 0x00081115;
    public static final int ReferencedPatientSequence = 0x00081120;
    public static final int ReferencedImageSequence = 0x00081140;
    public static final int ReferencedInstanceSequence = 0x0008114A;
    public static final int ReferencedSOPClassUID = 0x00081150;
    public static final int ReferencedSOPInstanceUID = 0x00081155;
    public static final int ReferencedFrameNumber = 0x00081160;
    public static final int DerivationDescription = 0x00082111;
    public static final int SourceImageSequence = 0x00082112;
    public static final int DerivationCodeSequence = 0x00089215;

    // Patient
    public static final int PatientName = 0x00100010;
    public static final int PatientID = 0x00100020;
    public static final int IssuerOfPatientID = 0x00100021;
    public static final int PatientBirthDate = 0x00100030;
    public static final int PatientBirthTime = 0x00100032;
    public static final int PatientSex = 0x00100040;
    public static final int OtherPatientIDs = 0x00101000;
    public static final int OtherPatientNames = 0x00101001;
    public static final int OtherPatientIDsSequence = 0x00101002;
    public static final int PatientAge = 0x00101010;
    public static final int PatientSize = 0x00101020;
    public static final int PatientWeight = 0x00101030;
    public static final int MedicalAlerts = 0x00102000;
    public static final int EthnicGroup = 0x00102160;
    public static final int AdditionalPatientHistory = 0x001021B0;
    public static final int PregnancyStatus = 0x001021C0;
    public static final int PatientComments = 0x00104000;

    // Others that may hold sequences
    public static final int PatientIdentityRemoved = 0x00120062;
    public static final int DeidentificationMethod = 0x00120063;
    public static final int DeidentificationMethodCodeSequence = 0x00120064;

    // Acquisition
    public static final int BodyPartExamined = 0x00180015;
    public static final int SliceThickness = 0x00180050;
    public static final int KVP = 0x00180060;
    public static final int SpacingBetweenSlices = 0x00180088;
    public static final int DeviceSerialNumber = 0x00181000;
    public static final int SoftwareVersions = 0x00181020;
    public static final int ProtocolName = 0x00181030;
    public static final int DateOfLastCalibration = 0x00181200;
    public static final int TimeOfLastCalibration = 0x00181201;
    public static final int PatientPosition = 0x00185100;
    public static final int ContributingEquipmentSequence = 0x0018A001;

    // Relationship
    public static final int StudyInstanceUID = 0x0020000D;
    public static final int SeriesInstanceUID = 0x0020000E;
    public static final int StudyID = 0x00200010;
    public static final int SeriesNumber = 0x00200011;
    public static final int AcquisitionNumber = 0x00200012;
    public static final int InstanceNumber = 0x00200013;
    public static final int PatientOrientation = 0x00200020;
    public static final int ImagePositionPatient = 0x00200032;
    public static final int ImageOrientationPatient = 0x00200037;
    public static final int FrameOfReferenceUID = 0x00200052;
    public static final int Laterality = 0x00200060;
    public static final int TemporalPositionIdentifier = 0x00200100;
    public static final int ImagesInAcquisition = 0x00201002;
    public static final int PositionReferenceIndicator = 0x00201040;
    public static final int SliceLocation = 0x00201041;
    public static final int ImageComments = 0x00204000;

    // Spatial registration
    public static final int ContentLabel = 0x00700080;
    public static final int RegistrationSequence = 0x00700308;
    public static final int MatrixRegistrationSequence = 0x00700309;
    public static final int MatrixSequence = 0x0070030A;
    public static final int FrameOfReferenceTransformationMatrixType = 0x0070030C;
    public static final int RegistrationTypeCodeSequence = 0x0070030D;

    // Image presentation
    public static final int SamplesPerPixel = 0x00280002;
    public static final int PhotometricInterpretation = 0x00280004;
    public static final int PlanarConfiguration = 0x00280006;
    public static final int NumberOfFrames = 0x00280008;
    public static final int FrameIncrementPointer = 0x00280009;
    public static final int Rows = 0x00280010;
    public static final int Columns = 0x00280011;
    public static final int PixelSpacing = 0x00280030;
    public static final int PixelAspectRatio = 0x00280034;
    public static final int BitsAllocated = 0x00280100;
    public static final int BitsStored = 0x00280101;
    public static final int HighBit = 0x00280102;
    public static final int PixelRepresentation = 0x00280103;
    public static final int SmallestImagePixelValue = 0x00280106;
    public static final int LargestImagePixelValue = 0x00280107;
    public static final int PixelPaddingValue = 0x00280120;
    public static final int WindowCenter = 0x00281050;
    public static final int WindowWidth = 0x00281051;
    public static final int RescaleIntercept = 0x00281052;
    public static final int RescaleSlope = 0x00281053;
    public static final int RescaleType = 0x00281054;
    public static final int LossyImageCompression = 0x00282110;
    public static final int ModalityLUTSequence = 0x00283000;
    public static final int LUTDescriptor = 0x00283002;
    public static final int VOILUTSequence = 0x00283010;
    public static final int PixelDataProviderURL = 0x00287FE0;

    // Others that may hold sequences
    public static final int ScheduledProcedureStepID = 0x00400009;
    public static final int PerformedProcedureStepStartDate = 0x00400244;
    public static final int PerformedProcedureStepStartTime = 0x00400245;
    public static final int PerformedProcedureStepID = 0x00400253;
    public static final int PerformedProcedureStepDescription = 0x00400254;
    public static final int RequestAttributesSequence = 0x00400275;
    public static final int RequestedProcedureID = 0x00401001;
    public static final int PersonIdentificationCodeSequence = 0x00401101;
    public static final int PurposeOfReferenceCodeSequence = 0x0040A170;
    public static final int GraphicAnnotationSequence = 0x00700001;
    public static final int ContentCreatorName = 0x00700084;
    public static final int IconImageSequence = 0x00880200;
    public static final int EncryptedAttributesSequence = 0x04000500;
    public static final int ModifiedAttributesSequence = 0x04000550;
    public static final int OriginalAttributesSequence = 0x04000561;

    // Dose and DVH, PS3.3 sections C.8.8.3 and C.8.8.4
    public static final int DVHType = 0x30040001;
    public static final int DoseUnits = 0x30040002;
    public static final int DoseType = 0x30040004;
    public static final int SpatialTransformOfDose = 0x30040005;
    public static final int DoseComment = 0x30040006;
    public static final int NormalizationPoint = 0x30040008;
    public static final int DoseSummationType = 0x3004000A;
    public static final int GridFrameOffsetVector = 0x3004000C;
    public static final int DoseGridScaling = 0x3004000E;
    public static final int RTDoseROISequence = 0x30040010;
    public static final int DoseValue = 0x30040012;
    public static final int TissueHeterogeneityCorrection = 0x30040014;
    public static final int DVHNormalizationPoint = 0x30040040;
    public static final int DVHNormalizationDoseValue = 0x30040042;
    public static final int DVHSequence = 0x30040050;
    public static final int DVHDoseScaling = 0x30040052;
    public static final int DVHVolumeUnits = 0x30040054;
    public static final int DVHNumberOfBins = 0x30040056;
    public static final int DVHData = 0x30040058;
    public static final int DVHReferencedROISequence = 0x30040060;
    public static final int DVHROIContributionType = 0x30040062;
    public static final int DVHMinimumDose = 0x30040070;
    public static final int DVHMaximumDose = 0x30040072;
    public static final int DVHMeanDose = 0x30040074;

    // Structure set, PS3.3 sections C.8.8.5 to C.8.8.8
    public static final int StructureSetLabel = 0x30060002;
    public static final int StructureSetName = 0x30060004;
    public static final int StructureSetDescription = 0x30060006;
    public static final int StructureSetDate = 0x30060008;
    public static final int StructureSetTime = 0x30060009;
    public static final int ReferencedFrameOfReferenceSequence = 0x30060010;
    public static final int RTReferencedStudySequence = 0x30060012;
    public static final int RTReferencedSeriesSequence = 0x30060014;
    public static final int ContourImageSequence = 0x30060016;
    public static final int PredecessorStructureSetSequence = 0x30060018;
    public static final int StructureSetROISequence = 0x30060020;
    public static final int ROINumber = 0x30060022;
    public static final int ReferencedFrameOfReferenceUID = 0x30060024;
    public static final int ROIName = 0x30060026;
    public static final int ROIDescription = 0x30060028;
    public static final int ROIDisplayColor = 0x3006002A;
    public static final int ROIVolume = 0x3006002C;
    public static final int RTRelatedROISequence = 0x30060030;
    public static final int RTROIRelationship = 0x30060033;
    public static final int ROIGenerationAlgorithm = 0x30060036;
    public static final int ROIDerivationAlgorithmIdentificationSequence = 0x30060037;
    public static final int ROIGenerationDescription = 0x30060038;
    public static final int ROIContourSequence = 0x30060039;
    public static final int ContourSequence = 0x30060040;
    public static final int ContourGeometricType = 0x30060042;
    public static final int ContourSlabThickness = 0x30060044;
    public static final int ContourOffsetVector = 0x30060045;
    public static final int NumberOfContourPoints = 0x30060046;
    public static final int ContourNumber = 0x30060048;
    public static final int AttachedContours = 0x30060049;
    public static final int SourcePixelPlanesCharacteristicsSequence = 0x3006004A;
    public static final int ContourData = 0x30060050;
    public static final int RTROIObservationsSequence = 0x30060080;
    public static final int ObservationNumber = 0x30060082;
    public static final int ReferencedROINumber = 0x30060084;
    public static final int ROIObservationLabel = 0x30060085;
    public static final int RTROIIdentificationCodeSequence = 0x30060086;
    public static final int ROIObservationDescription = 0x30060088;
    public static final int RelatedRTROIObservationsSequence = 0x300600A0;
    public static final int RTROIInterpretedType = 0x300600A4;
    public static final int ROIInterpreter = 0x300600A6;
    public static final int ROIPhysicalPropertiesSequence = 0x300600B0;
    public static final int ROIPhysicalProperty = 0x300600B2;
    public static final int ROIPhysicalPropertyValue = 0x300600B4;
    public static final int ROIElementalCompositionSequence = 0x300600B6;
    public static final int ROIElementalCompositionAtomicNumber = 0x300600B7;
    public static final int ROIElementalCompositionAtomicMassFraction = 0x300600B8;
    public static final int AdditionalRTROIIdentificationCodeSequence = 0x300600B9;
    public static final int FrameOfReferenceRelationshipSequence = 0x300600C0;
    public static final int RelatedFrameOfReferenceUID = 0x300600C2;
    public static final int FrameOfReferenceTransformationType = 0x300600C4;
    public static final int FrameOfReferenceTransformationMatrix = 0x300600C6;
    public static final int FrameOfReferenceTransformationComment = 0x300600C8;
    public static final int PatientLocationCoordinatesSequence = 0x300600C9;

    // Others that may hold sequences
    public static final int ReferencedTreatmentRecordSequence = 0x30080030;

    // Plan, PS3.3 sections C.8.8.9 to C.8.8.15 and C.8.8.24 to C.8.8.26
    public static final int RTPlanLabel = 0x300A0002;
    public static final int RTPlanName = 0x300A0003;
    public static final int RTPlanDescription = 0x300A0004;
    public static final int RTPlanDate = 0x300A0006;
    public static final int RTPlanTime = 0x300A0007;
    public static final int TreatmentProtocols = 0x300A0009;
    public static final int PlanIntent = 0x300A000A;
    public static final int TreatmentSites = 0x300A000B;
    public static final int RTPlanGeometry = 0x300A000C;
    public static final int PrescriptionDescription = 0x300A000E;
    public static final int DoseReferenceSequence = 0x300A0010;
    public static final int DoseReferenceNumber = 0x300A0012;
    public static final int DoseReferenceUID = 0x300A0013;
    public static final int DoseReferenceStructureType = 0x300A0014;
    public static final int DoseReferenceDescription = 0x300A0016;
    public static final int DoseReferencePointCoordinates = 0x300A0018;
    public static final int NominalPriorDose = 0x300A001A;
    public static final int DoseReferenceType = 0x300A0020;
    public static final int ConstraintWeight = 0x300A0021;
    public static final int DeliveryWarningDose = 0x300A0022;
    public static final int DeliveryMaximumDose = 0x300A0023;
    public static final int TargetMinimumDose = 0x300A0025;
    public static final int TargetPrescriptionDose = 0x300A0026;
    public static final int TargetMaximumDose = 0x300A0027;
    public static final int TargetUnderdoseVolumeFraction = 0x300A0028;
    public static final int OrganAtRiskFullVolumeDose = 0x300A002A;
    public static final int OrganAtRiskLimitDose = 0x300A002B;
    public static final int OrganAtRiskMaximumDose = 0x300A002C;
    public static final int OrganAtRiskOverdoseVolumeFraction = 0x300A002D;
    public static final int ToleranceTableSequence = 0x300A0040;
    public static final int ToleranceTableNumber = 0x300A0042;
    public static final int ToleranceTableLabel = 0x300A0043;
    public static final int GantryAngleTolerance = 0x300A0044;
    public static final int BeamLimitingDeviceAngleTolerance = 0x300A0046;
    public static final int BeamLimitingDeviceToleranceSequence = 0x300A0048;
    public static final int BeamLimitingDevicePositionTolerance = 0x300A004A;
    public static final int SnoutPositionTolerance = 0x300A004B;
    public static final int PatientSupportAngleTolerance = 0x300A004C;
    public static final int TableTopEccentricAngleTolerance = 0x300A004E;
    public static final int TableTopPitchAngleTolerance = 0x300A004F;
    public static final int TableTopRollAngleTolerance = 0x300A0050;
    public static final int TableTopVerticalPositionTolerance = 0x300A0051;
    public static final int TableTopLongitudinalPositionTolerance = 0x300A0052;
    public static final int TableTopLateralPositionTolerance = 0x300A0053;
    public static final int RTPlanRelationship = 0x300A0055;
    public static final int FractionGroupSequence = 0x300A0070;
    public static final int FractionGroupNumber = 0x300A0071;
    public static final int FractionGroupDescription = 0x300A0072;
    public static final int NumberOfFractionsPlanned = 0x300A0078;
    public static final int NumberOfFractionPatternDigitsPerDay = 0x300A0079;
    public static final int RepeatFractionCycleLength = 0x300A007A;
    public static final int FractionPattern = 0x300A007B;
    public static final int NumberOfBeams = 0x300A0080;
    public static final int BeamDoseSpecificationPoint = 0x300A0082;
    public static final int ReferencedDoseReferenceUID = 0x300A0083;
    public static final int BeamDose = 0x300A0084;
    public static final int BeamMeterset = 0x300A0086;
    public static final int BeamDosePointDepth = 0x300A0088;
    public static final int BeamDosePointEquivalentDepth = 0x300A0089;
    public static final int BeamDosePointSSD = 0x300A008A;
    public static final int BeamDoseMeaning = 0x300A008B;
    public static final int BeamDoseType = 0x300A0090;
    public static final int AlternateBeamDose = 0x300A0091;
    public static final int AlternateBeamDoseType = 0x300A0092;
    public static final int NumberOfBrachyApplicationSetups = 0x300A00A0;
    public static final int BrachyApplicationSetupDoseSpecificationPoint = 0x300A00A2;
    public static final int BrachyApplicationSetupDose = 0x300A00A4;
    public static final int BeamSequence = 0x300A00B0;
    public static final int TreatmentMachineName = 0x300A00B2;
    public static final int PrimaryDosimeterUnit = 0x300A00B3;
    public static final int SourceAxisDistance = 0x300A00B4;
    public static final int BeamLimitingDeviceSequence = 0x300A00B6;
    public static final int RTBeamLimitingDeviceType = 0x300A00B8;
    public static final int SourceToBeamLimitingDeviceDistance = 0x300A00BA;
    public static final int IsocenterToBeamLimitingDeviceDistance = 0x300A00BB;
    public static final int NumberOfLeafJawPairs = 0x300A00BC;
    public static final int LeafPositionBoundaries = 0x300A00BE;
    public static final int BeamNumber = 0x300A00C0;
    public static final int BeamName = 0x300A00C2;
    public static final int BeamDescription = 0x300A00C3;
    public static final int BeamType = 0x300A00C4;
    public static final int RadiationType = 0x300A00C6;
    public static final int HighDoseTechniqueType = 0x300A00C7;
    public static final int ReferenceImageNumber = 0x300A00C8;
    public static final int PlannedVerificationImageSequence = 0x300A00CA;
    public static final int TreatmentDeliveryType = 0x300A00CE;
    public static final int NumberOfWedges = 0x300A00D0;
    public static final int WedgeSequence = 0x300A00D1;
    public static final int WedgeNumber = 0x300A00D2;
    public static final int WedgeType = 0x300A00D3;
    public static final int WedgeID = 0x300A00D4;
    public static final int WedgeAngle = 0x300A00D5;
    public static final int WedgeFactor = 0x300A00D6;
    public static final int WedgeOrientation = 0x300A00D8;
    public static final int SourceToWedgeTrayDistance = 0x300A00DA;
    public static final int BolusID = 0x300A00DC;
    public static final int BolusDescription = 0x300A00DD;
    public static final int NumberOfCompensators = 0x300A00E0;
    public static final int MaterialID = 0x300A00E1;
    public static final int CompensatorSequence = 0x300A00E3;
    public static final int NumberOfBoli = 0x300A00ED;
    public static final int NumberOfBlocks = 0x300A00F0;
    public static final int TotalBlockTrayFactor = 0x300A00F2;
    public static final int BlockSequence = 0x300A00F4;
    public static final int BlockTrayID = 0x300A00F5;
    public static final int SourceToBlockTrayDistance = 0x300A00F6;
    public static final int BlockType = 0x300A00F8;
    public static final int AccessoryCode = 0x300A00F9;
    public static final int BlockDivergence = 0x300A00FA;
    public static final int BlockMountingPosition = 0x300A00FB;
    public static final int BlockNumber = 0x300A00FC;
    public static final int BlockName = 0x300A00FE;
    public static final int BlockThickness = 0x300A0100;
    public static final int BlockTransmission = 0x300A0102;
    public static final int BlockNumberOfPoints = 0x300A0104;
    public static final int BlockData = 0x300A0106;
    public static final int ApplicatorSequence = 0x300A0107;
    public static final int ApplicatorID = 0x300A0108;
    public static final int ApplicatorType = 0x300A0109;
    public static final int ApplicatorDescription = 0x300A010A;
    public static final int CumulativeDoseReferenceCoefficient = 0x300A010C;
    public static final int FinalCumulativeMetersetWeight = 0x300A010E;
    public static final int NumberOfControlPoints = 0x300A0110;
    public static final int ControlPointSequence = 0x300A0111;
    public static final int ControlPointIndex = 0x300A0112;
    public static final int NominalBeamEnergy = 0x300A0114;
    public static final int DoseRateSet = 0x300A0115;
    public static final int WedgePositionSequence = 0x300A0116;
    public static final int WedgePosition = 0x300A0118;
    public static final int BeamLimitingDevicePositionSequence = 0x300A011A;
    public static final int LeafJawPositions = 0x300A011C;
    public static final int GantryAngle = 0x300A011E;
    public static final int GantryRotationDirection = 0x300A011F;
    public static final int BeamLimitingDeviceAngle = 0x300A0120;
    public static final int BeamLimitingDeviceRotationDirection = 0x300A0121;
    public static final int PatientSupportAngle = 0x300A0122;
    public static final int PatientSupportRotationDirection = 0x300A0123;
    public static final int TableTopEccentricAngle = 0x300A0125;
    public static final int TableTopEccentricRotationDirection = 0x300A0126;
    public static final int TableTopVerticalPosition = 0x300A0128;
    public static final int TableTopLongitudinalPosition = 0x300A0129;
    public static final int TableTopLateralPosition = 0x300A012A;
    public static final int IsocenterPosition = 0x300A012C;
    public static final int SurfaceEntryPoint = 0x300A012E;
    public static final int SourceToSurfaceDistance = 0x300A0130;
    public static final int CumulativeMetersetWeight = 0x300A0134;
    public static final int TableTopPitchAngle = 0x300A0140;
    public static final int TableTopPitchRotationDirection = 0x300A0142;
    public static final int TableTopRollAngle = 0x300A0144;
    public static final int TableTopRollRotationDirection = 0x300A0146;
    public static final int GantryPitchAngle = 0x300A014A;
    public static final int GantryPitchRotationDirection = 0x300A014C;
    public static final int PatientSetupSequence = 0x300A0180;
    public static final int PatientSetupNumber = 0x300A0182;
    public static final int PatientSetupLabel = 0x300A0183;
    public static final int FixationDeviceSequence = 0x300A0190;
    public static final int ShieldingDeviceSequence = 0x300A01A0;
    public static final int SetupTechnique = 0x300A01B0;
    public static final int SetupTechniqueDescription = 0x300A01B2;
    public static final int SetupDeviceSequence = 0x300A01B4;
    public static final int TableTopVerticalSetupDisplacement = 0x300A01D2;
    public static final int TableTopLongitudinalSetupDisplacement = 0x300A01D4;
    public static final int TableTopLateralSetupDisplacement = 0x300A01D6;
    public static final int BrachyTreatmentTechnique = 0x300A0200;
    public static final int BrachyTreatmentType = 0x300A0202;
    public static final int TreatmentMachineSequence = 0x300A0206;
    public static final int SourceSequence = 0x300A0210;
    public static final int ApplicationSetupSequence = 0x300A0230;
    public static final int ChannelSequence = 0x300A0280;
    public static final int BrachyControlPointSequence = 0x300A02D0;
    public static final int IonRangeCompensatorSequence = 0x300A02EA;
    public static final int RadiationMassNumber = 0x300A0302;
    public static final int RadiationAtomicNumber = 0x300A0304;
    public static final int RadiationChargeState = 0x300A0306;
    public static final int ScanMode = 0x300A0308;
    public static final int ModulatedScanModeType = 0x300A0309;
    public static final int VirtualSourceAxisDistances = 0x300A030A;
    public static final int SnoutSequence = 0x300A030C;
    public static final int SnoutPosition = 0x300A030D;
    public static final int SnoutID = 0x300A030F;
    public static final int NumberOfRangeShifters = 0x300A0312;
    public static final int RangeShifterSequence = 0x300A0314;
    public static final int NumberOfLateralSpreadingDevices = 0x300A0330;
    public static final int LateralSpreadingDeviceSequence = 0x300A0332;
    public static final int LateralSpreadingDeviceNumber = 0x300A0334;
    public static final int LateralSpreadingDeviceID = 0x300A0336;
    public static final int LateralSpreadingDeviceType = 0x300A0338;
    public static final int LateralSpreadingDeviceWaterEquivalentThickness = 0x300A033C;
    public static final int NumberOfRangeModulators = 0x300A0340;
    public static final int RangeModulatorSequence = 0x300A0342;
    public static final int PatientSupportType = 0x300A0350;
    public static final int PatientSupportID = 0x300A0352;
    public static final int PatientSupportAccessoryCode = 0x300A0354;
    public static final int MetersetRate = 0x300A035A;
    public static final int RangeShifterSettingsSequence = 0x300A0360;
    public static final int LateralSpreadingDeviceSettingsSequence = 0x300A0370;
    public static final int LateralSpreadingDeviceSetting = 0x300A0372;
    public static final int IsocenterToLateralSpreadingDeviceDistance = 0x300A0374;
    public static final int RangeModulatorSettingsSequence = 0x300A0380;
    public static final int ScanSpotTuneID = 0x300A0390;
    public static final int NumberOfScanSpotPositions = 0x300A0392;
    public static final int ScanSpotPositionMap = 0x300A0394;
    public static final int ScanSpotMetersetWeights = 0x300A0396;
    public static final int ScanningSpotSize = 0x300A0398;
    public static final int NumberOfPaintings = 0x300A039A;
    public static final int IonToleranceTableSequence = 0x300A03A0;
    public static final int IonBeamSequence = 0x300A03A2;
    public static final int IonBeamLimitingDeviceSequence = 0x300A03A4;
    public static final int IonBlockSequence = 0x300A03A6;
    public static final int IonControlPointSequence = 0x300A03A8;
    public static final int IonWedgeSequence = 0x300A03AA;
    public static final int IonWedgePositionSequence = 0x300A03AC;
    public static final int MotionSynchronizationSequence = 0x300A0410;

    // References between RT objects
    public static final int ReferencedRTPlanSequence = 0x300C0002;
    public static final int ReferencedBeamSequence = 0x300C0004;
    public static final int ReferencedBeamNumber = 0x300C0006;
    public static final int ReferencedBrachyApplicationSetupSequence = 0x300C000A;
    public static final int ReferencedBrachyApplicationSetupNumber = 0x300C000C;
    public static final int ReferencedFractionGroupSequence = 0x300C0020;
    public static final int ReferencedFractionGroupNumber = 0x300C0022;
    public static final int ReferencedVerificationImageSequence = 0x300C0040;
    public static final int ReferencedReferenceImageSequence = 0x300C0042;
    public static final int ReferencedDoseReferenceSequence = 0x300C0050;
    public static final int ReferencedDoseReferenceNumber = 0x300C0051;
    public static final int BrachyReferencedDoseReferenceSequence = 0x300C0055;
    public static final int ReferencedStructureSetSequence = 0x300C0060;
    public static final int ReferencedPatientSetupNumber = 0x300C006A;
    public static final int ReferencedDoseSequence = 0x300C0080;
    public static final int ReferencedToleranceTableNumber = 0x300C00A0;
    public static final int ReferencedBolusSequence = 0x300C00B0;
    public static final int ReferencedControlPointIndex = 0x300C00F0;
    public static final int ReferencedControlPointSequence = 0x300C00F2;
    public static final int ReferencedStartControlPointIndex = 0x300C00F4;
    public static final int ReferencedStopControlPointIndex = 0x300C00F6;
    public static final int ReferencedLateralSpreadingDeviceNumber = 0x300C0102;
    public static final int PrescriptionOverviewSequence = 0x300C0114;
    public static final int TotalPrescriptionDose = 0x300C0115;
    public static final int PlanOverviewSequence = 0x300C0116;
    public static final int PlanOverviewIndex = 0x300C0117;
    public static final int ReferencedPlanOverviewIndex = 0x300C0118;
    public static final int NumberOfFractionsIncluded = 0x300C0119;
    public static final int DoseCalibrationConditionsSequence = 0x300C0120;

    // Approval, PS3.3 section C.8.8.16
    public static final int ApprovalStatus = 0x300E0002;
    public static final int ReviewDate = 0x300E0004;
    public static final int ReviewTime = 0x300E0005;
    public static final int ReviewerName = 0x300E0008;

    // Others that may hold sequences
    public static final int TreatmentSite = 0x30100077;
    public static final int TreatmentSiteCodeSequence = 0x30100078;
    public static final int SharedFunctionalGroupsSequence = 0x52009229;
    public static final int PerFrameFunctionalGroupsSequence = 0x52009230;

    // Pixel data
    public static final int ExtendedOffsetTable = 0x7FE00001;
    public static final int ExtendedOffsetTableLengths = 0x7FE00002;
    public static final int FloatPixelData = 0x7FE00008;
    public static final int DoubleFloatPixelData = 0x7FE00009;
    public static final int PixelData = 0x7FE00010;

    // Others that may hold sequences
    public static final int DigitalSignaturesSequence = 0xFFFAFFFA;
    public static final int DataSetTrailingPadding = 0xFFFCFFFC;

    // Item structure, PS3.5 section 7.5
    public static final int Item = 0xFFFEE000;
    public static final int ItemDelimitationItem = 0xFFFEE00D;
    public static final int SequenceDelimitationItem = 0xFFFEE0DD;

    private Tag() {}

    /**
     * The attribute for a person, such as {@code ContourData (3006,0050)}, or {@code (3253,1001)} when it has no name
     * here.
     */
    public static String describe(int tag) {
        String keyword = Dictionary.keyword(tag);
        return keyword.isEmpty() ? numbers(tag) : keyword + " " + numbers(tag);
    }

    /** The keyword alone, or the numbers when it has none here. */
    static String name(int tag) {
        String keyword = Dictionary.keyword(tag);
        return keyword.isEmpty() ? numbers(tag) : keyword;
    }

    private static String numbers(int tag) {
        StringBuilder text = new StringBuilder(11).append('(');
        appendHex(text, tag >>> 16);
        text.append(',');
        appendHex(text, tag & 0xFFFF);
        return text.append(')').toString();
    }

    private static void appendHex(StringBuilder text, int word) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit(word >> shift & 0xF, 16));
        }
    }
}
